package dev.meetbot.provider.platform.room;

import dev.meetbot.spi.browser.BrowserException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object that a page gave, which may hold anything. What is missing or of another type is a
 * {@link BrowserException} that says where.
 */
record PageJson(String path, JsonObject object) {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  static PageJson parse(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      JsonValue value = reader.readValue();
      return of("snapshot", value);
    } catch (JsonException e) {
      throw new BrowserException("The room's page gave no JSON: " + e.getMessage(), e);
    }
  }

  private static PageJson of(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      return new PageJson(path, object);
    }
    throw wrong(path, "an object", value);
  }

  String text(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw wrong(path + "." + name, "a text", value);
  }

  @Nullable String textOrNull(String name) {
    return isNull(name) ? null : text(name);
  }

  boolean flag(String name) {
    JsonValue value = object.get(name);
    if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
      return JsonValue.TRUE.equals(value);
    }
    throw wrong(path + "." + name, "true or false", value);
  }

  /** A time in milliseconds since 1970. */
  Instant instant(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonNumber number) {
      return Instant.ofEpochMilli(number.longValue());
    }
    throw wrong(path + "." + name, "a time in milliseconds", value);
  }

  @Nullable Instant instantOrNull(String name) {
    return isNull(name) ? null : instant(name);
  }

  <T> T oneOf(String name, Map<String, T> values) {
    T value = values.get(text(name));
    if (value == null) {
      throw wrong(
          path + "." + name,
          "one of " + values.keySet().stream().sorted().toList(),
          object.get(name));
    }
    return value;
  }

  List<PageJson> list(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonArray array) {
      return IntStream.range(0, array.size())
          .mapToObj(i -> of(path + "." + name + "[" + i + "]", array.get(i)))
          .toList();
    }
    throw wrong(path + "." + name, "a list", value);
  }

  List<PageJson> listOrEmpty(String name) {
    return isNull(name) ? List.of() : list(name);
  }

  private boolean isNull(String name) {
    return object.getOrDefault(name, JsonValue.NULL).equals(JsonValue.NULL);
  }

  private static BrowserException wrong(String where, String expected, @Nullable JsonValue found) {
    String text = String.valueOf(found);
    String shown = text.length() <= 80 ? text : text.substring(0, 80) + "...";
    return new BrowserException(
        "The room's page gave for " + where + " not " + expected + " but " + shown);
  }
}
