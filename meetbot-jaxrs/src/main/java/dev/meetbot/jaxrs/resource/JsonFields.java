package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Issue;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object, and writes down every wrong type instead of stopping at the
 * first. A field that is missing or null keeps the value it had by default; unknown ones are
 * ignored.
 */
final class JsonFields {
  private final JsonObject object;
  private final List<String> path;
  private final List<Issue> issues;

  /**
   * @param issues where faults are added
   */
  JsonFields(JsonObject object, List<Issue> issues) {
    this(object, List.of(), issues);
  }

  private JsonFields(JsonObject object, List<String> path, List<Issue> issues) {
    this.object = object;
    this.path = path;
    this.issues = issues;
  }

  /** The fields of an object in here; of an empty one when it is missing. */
  JsonFields child(String name) {
    JsonValue value = find(name);
    boolean usable = value instanceof JsonObject;
    if (value != null && !usable) {
      wrongType(name, "an object");
    }
    JsonObject inner = usable ? (JsonObject) value : JsonValue.EMPTY_JSON_OBJECT;
    return new JsonFields(inner, at(name), issues);
  }

  @Nullable String text(String name) {
    JsonValue value = find(name);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value != null) {
      wrongType(name, "a string");
    }
    return null;
  }

  String text(String name, String fallback) {
    String text = text(name);
    return text == null ? fallback : text;
  }

  boolean flag(String name, boolean fallback) {
    JsonValue value = find(name);
    if (value == null) {
      return fallback;
    }
    JsonValue.ValueType type = value.getValueType();
    if (type != JsonValue.ValueType.TRUE && type != JsonValue.ValueType.FALSE) {
      wrongType(name, "true or false");
      return fallback;
    }
    return type == JsonValue.ValueType.TRUE;
  }

  int integer(String name, int fallback) {
    JsonValue value = find(name);
    if (value == null) {
      return fallback;
    }
    try {
      if (value instanceof JsonNumber number) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      // a fraction, or out of range: told below
    }
    wrongType(name, "a whole number");
    return fallback;
  }

  int integer(String name, int fallback, int min, int max) {
    int number = integer(name, fallback);
    if (number < min || number > max) {
      issue(name, "out_of_range", "must be " + min + " to " + max);
      return fallback;
    }
    return number;
  }

  /** A number in that range; null when it is missing. */
  @Nullable Integer optionalInteger(String name, int min, int max) {
    return find(name) == null ? null : Integer.valueOf(integer(name, min, min, max));
  }

  Duration seconds(String name, Duration fallback) {
    return Duration.ofSeconds(integer(name, (int) fallback.toSeconds()));
  }

  Set<String> texts(String name) {
    JsonValue value = find(name);
    if (value == null) {
      return Set.of();
    }
    if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
      return Set.copyOf(array.getValuesAs(JsonString::getString));
    }
    wrongType(name, "an array of strings");
    return Set.of();
  }

  /** One of the constants, by the lower-case name that it has on the wire. */
  <E extends Enum<E>> E choice(String name, E fallback) {
    String text = text(name);
    if (text == null) {
      return fallback;
    }
    List<String> known = new ArrayList<>();
    for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
      String wireName = constant.name().toLowerCase(Locale.ROOT);
      if (wireName.equals(text)) {
        return constant;
      }
      known.add(wireName);
    }
    issue(name, "invalid_value", "must be one of " + String.join(", ", known));
    return fallback;
  }

  /** The object as JSON text. */
  String json(String name, String fallback) {
    JsonValue value = find(name);
    if (value instanceof JsonObject inner) {
      return inner.toString();
    }
    if (value != null) {
      wrongType(name, "an object");
    }
    return fallback;
  }

  /** A text that {@code parse} understands; null when it is missing or not understood. */
  <T> @Nullable T parsed(String name, Function<String, @Nullable T> parse, String expected) {
    String text = text(name);
    T result = text == null ? null : parse.apply(text);
    if (text != null && result == null) {
      issue(name, "invalid_value", "must be " + expected);
    }
    return result;
  }

  private @Nullable JsonValue find(String name) {
    JsonValue value = object.get(name);
    return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
  }

  private void wrongType(String name, String expected) {
    issue(name, "invalid_type", "must be " + expected);
  }

  private void issue(String name, String code, String rest) {
    List<String> at = at(name);
    issues.add(new Issue(at, code, String.join(".", at) + " " + rest));
  }

  private List<String> at(String name) {
    List<String> at = new ArrayList<>(path);
    at.add(name);
    return at;
  }
}
