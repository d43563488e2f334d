package dev.meetbot.provider.token;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Answers of token services. Its failures say nothing of what the answer held. */
final class TokenJson {
  private static final int LONGEST = 16 * 1024;

  private TokenJson() {}

  static JsonObject object(String body) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException | ClassCastException e) {
      throw new IOException("the answer is no JSON object");
    }
  }

  /** The token of that name; null when it is missing or empty. */
  static @Nullable String token(JsonObject from, String name) throws IOException {
    JsonValue value = from.getOrDefault(name, JsonValue.NULL);
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    String token = value instanceof JsonString text ? text.getString() : "\n";
    if (token.length() > LONGEST || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IOException("the answer's " + name + " is no token");
    }
    return token.isEmpty() ? null : token;
  }
}
