package dev.meetbot.provider.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text. It keeps the provider that was there when it was made: a server's worker threads
 * may look for another one, and looking is slow.
 */
final class JsonText {
  private final JsonProvider provider = JsonProvider.provider();

  JsonObjectBuilder object() {
    return provider.createObjectBuilder();
  }

  JsonArrayBuilder array() {
    return provider.createArrayBuilder();
  }

  JsonArray strings(Collection<String> values) {
    // sorted, so that the same value is the same text
    return provider.createArrayBuilder(values.stream().sorted().toList()).build();
  }

  JsonObject readObject(String text) {
    try (var reader = provider.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  JsonArray readArray(String text) {
    try (var reader = provider.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }

  /** Adds the value's text; a null is left out. */
  static void put(JsonObjectBuilder to, String name, @Nullable Object value) {
    if (value != null) {
      to.add(name, value.toString());
    }
  }

  static @Nullable String string(JsonObject from, String name) {
    JsonValue value = from.get(name);
    return value instanceof JsonString text ? text.getString() : null;
  }

  static @Nullable Instant instant(JsonObject from, String name) {
    String text = string(from, name);
    return text == null ? null : Instant.parse(text);
  }

  static @Nullable URI uri(JsonObject from, String name) {
    String text = string(from, name);
    return text == null ? null : URI.create(text);
  }

  static Set<String> set(JsonObject from, String name) {
    return from.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
