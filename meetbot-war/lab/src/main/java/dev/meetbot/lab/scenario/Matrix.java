package dev.meetbot.lab.scenario;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scenarios from their short form. Pure.
 *
 * <p>A file has {@code base} (put under each of its scenarios), {@code pieces} (objects by name)
 * and {@code scenarios}. A scenario's {@code like} lists pieces that are put over the base in their
 * order, and the scenario itself over them. {@code over} makes many of one: for each path the
 * values, in every combination; a value that is an object with {@code as} is put over the whole and
 * its {@code as} goes into the name, others stand at the path and in the name themselves.
 */
public final class Matrix {
  private static final Set<String> OWN_WORDS = Set.of("like", "over", "as");

  private Matrix() {}

  /**
   * All scenarios of a file.
   *
   * @param shared pieces that every file may use; a file's own ones go before
   * @throws IllegalArgumentException when a piece is missing
   */
  public static List<Scenario> expand(JsonObject file, JsonObject shared) {
    JsonObject pieces = Merge.of(shared, object(file, "pieces"));
    List<Scenario> all = new ArrayList<>();
    for (JsonObject brief : file.getJsonArray("scenarios").getValuesAs(JsonObject.class)) {
      JsonObject whole = object(file, "base");
      for (JsonValue piece : array(brief, "like")) {
        whole = Merge.of(whole, piece(pieces, ((JsonString) piece).getString()));
      }
      combine(Merge.of(whole, brief), object(brief, "over"), all);
    }
    return List.copyOf(all);
  }

  private static JsonObject piece(JsonObject pieces, String name) {
    if (pieces.get(name) instanceof JsonObject piece) {
      return piece;
    }
    throw new IllegalArgumentException("no piece is called " + name);
  }

  private static void combine(JsonObject whole, JsonObject over, List<Scenario> all) {
    List<JsonObject> made = List.of(whole);
    for (Map.Entry<String, JsonValue> axis : over.entrySet()) {
      List<JsonObject> next = new ArrayList<>();
      for (JsonObject each : made) {
        axis.getValue().asJsonArray().forEach(value -> next.add(put(each, axis.getKey(), value)));
      }
      made = next;
    }
    made.forEach(each -> all.add(new Scenario(clean(each))));
  }

  private static JsonObject put(JsonObject whole, String path, JsonValue value) {
    String word = value instanceof JsonString text ? text.getString() : value.toString();
    JsonObject changed;
    if (value instanceof JsonObject object) {
      word = object.getString("as");
      changed = Merge.of(whole, object);
    } else {
      changed = Merge.at(whole, path, value);
    }
    String name = whole.getString("name") + "-" + word;
    return Merge.at(changed, "name", Json.createValue(name));
  }

  private static JsonObject clean(JsonObject whole) {
    JsonObjectBuilder clean = Json.createObjectBuilder(whole);
    OWN_WORDS.forEach(clean::remove);
    return clean.build();
  }

  private static JsonObject object(JsonObject file, String key) {
    return file.get(key) instanceof JsonObject value ? value : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static List<JsonValue> array(JsonObject object, String key) {
    return object.containsKey(key) ? object.getJsonArray(key) : List.of();
  }
}
