package dev.meetbot.lab.scenario;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Puts one object over another. Pure. */
final class Merge {
  private Merge() {}

  /**
   * Objects are merged key by key; everything else of the upper one takes the lower one's place.
   */
  static JsonObject of(JsonObject lower, JsonObject upper) {
    JsonObjectBuilder merged = Json.createObjectBuilder(lower);
    upper.forEach(
        (key, value) -> {
          JsonValue below = lower.get(key);
          merged.add(
              key,
              below instanceof JsonObject base && value instanceof JsonObject over
                  ? of(base, over)
                  : value);
        });
    return merged.build();
  }

  /** The object with a value at a path of keys with dots in between. */
  static JsonObject at(JsonObject object, String path, JsonValue value) {
    int dot = path.indexOf('.');
    JsonValue inner =
        dot < 0 ? value : at(JsonValue.EMPTY_JSON_OBJECT, path.substring(dot + 1), value);
    String key = dot < 0 ? path : path.substring(0, dot);
    return of(object, Json.createObjectBuilder().add(key, inner).build());
  }
}
