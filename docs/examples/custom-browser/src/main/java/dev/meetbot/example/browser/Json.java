package dev.meetbot.example.browser;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** JSON as the protocol wants it. */
final class Json {
  // looked up when the plugin is opened: later threads may have a loader that finds none
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  /** An object of names and values in turn; values are texts, numbers, booleans and JSON. */
  static JsonObject object(Object... namesAndValues) {
    JsonObjectBuilder object = PROVIDER.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return object.build();
  }

  static JsonArray array(Collection<?> values) {
    var array = PROVIDER.createArrayBuilder();
    values.forEach(v -> array.add(value(v)));
    return array.build();
  }

  /** The text as JSON, which is JavaScript too. */
  static String quoted(String text) {
    return PROVIDER.createValue(text).toString();
  }

  private static JsonValue value(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof Boolean b) {
      return b ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer number) {
      return PROVIDER.createValue(number);
    }
    if (value instanceof Number number) {
      return PROVIDER.createValue(number.doubleValue());
    }
    return PROVIDER.createValue((String) value);
  }

  /** The object that the text is. Throws {@code JsonException} when it is none. */
  static JsonObject parse(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** The object with some more members. */
  static JsonObject with(JsonObject object, Map<String, ? extends JsonValue> more) {
    JsonObjectBuilder builder = PROVIDER.createObjectBuilder(object);
    more.forEach(builder::add);
    return builder.build();
  }
}
