package dev.meetbot.provider.platform.web;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that a page gave. Pages change and hold what they like: what is missing or of another
 * type counts as nothing said.
 */
record LooseJson(JsonObject object) {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /** What the page answered; empty where there was nothing to ask. */
  static LooseJson parse(String json) {
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return reader.readValue() instanceof JsonObject object
          ? new LooseJson(object)
          : new LooseJson(JsonValue.EMPTY_JSON_OBJECT);
    } catch (JsonException e) {
      throw new BrowserException("The page gave no JSON: " + e.getMessage(), e);
    }
  }

  String text(String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  @Nullable String textOrNull(String name) {
    String text = text(name);
    return text.isBlank() ? null : text;
  }

  /** False when nothing is said. */
  boolean flag(String name) {
    return JsonValue.TRUE.equals(object.get(name));
  }

  /** 0 when nothing is said. */
  long number(String name) {
    return object.get(name) instanceof JsonNumber number ? number.longValue() : 0;
  }

  double decimal(String name) {
    return object.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
  }

  boolean has(String name) {
    return object.containsKey(name) && !JsonValue.NULL.equals(object.get(name));
  }

  List<LooseJson> list(String name) {
    return array(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(value -> new LooseJson(value.asJsonObject()))
        .toList();
  }

  List<String> texts(String name) {
    return array(name).stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .toList();
  }

  LooseJson part(String name) {
    return object.get(name) instanceof JsonObject part
        ? new LooseJson(part)
        : new LooseJson(JsonValue.EMPTY_JSON_OBJECT);
  }

  private JsonArray array(String name) {
    return object.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
