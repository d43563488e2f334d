package dev.meetbot.contract;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML (of JSON's schema) as JSON. */
public final class YamlFile {
  private YamlFile() {}

  /** The object that the text holds, with its keys in their order. */
  public static JsonObject read(String yaml) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return value(new Load(settings).loadFromString(yaml)).asJsonObject();
  }

  private static JsonValue value(@Nullable Object object) {
    if (object == null) {
      return JsonValue.NULL;
    }
    if (object instanceof Map<?, ?> map) {
      JsonObjectBuilder builder = Json.createObjectBuilder();
      map.forEach((key, value) -> builder.add(key.toString(), value(value)));
      return builder.build();
    }
    if (object instanceof List<?> list) {
      JsonArrayBuilder builder = Json.createArrayBuilder();
      list.forEach(value -> builder.add(value(value)));
      return builder.build();
    }
    return scalar(object);
  }

  private static JsonValue scalar(Object object) {
    if (object instanceof Boolean flag) {
      return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (object instanceof Integer || object instanceof Long) {
      return Json.createValue(((Number) object).longValue());
    }
    if (object instanceof BigInteger number) {
      return Json.createValue(number);
    }
    if (object instanceof Double number) {
      return Json.createValue(number);
    }
    return Json.createValue(object.toString());
  }
}
