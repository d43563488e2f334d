package dev.meetbot.sdk.cli;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Models as JSON, with the names of the API and always in the same order, and JSON as maps. Pure.
 */
final class JsonText {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String STEP = "  ";

  private final @Nullable String indent;
  private final StringBuilder text = new StringBuilder();

  private JsonText(@Nullable String indent) {
    this.indent = indent;
  }

  /** Over several lines, for a document. */
  static String document(@Nullable Object model) {
    JsonText json = new JsonText("\n");
    json.value(model, "\n");
    return json.text.toString();
  }

  /** On one line, for a stream. */
  static String line(@Nullable Object model) {
    JsonText json = new JsonText(null);
    json.value(model, "");
    return json.text.toString();
  }

  /** The fields of an object in their order; empty when the text is something else. */
  static Optional<Map<String, @Nullable Object>> findObject(String json) {
    return JsonTree.findObject(json);
  }

  /** A model's fields by name, as its JSON has them. */
  static Map<String, @Nullable Object> fields(Record model) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : model.getClass().getRecordComponents()) {
      try {
        fields.put(component.getName(), component.getAccessor().invoke(model));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("models are public", e);
      }
    }
    return fields;
  }

  /** A time as the API has it. */
  static String time(Instant time) {
    return MILLIS.format(time);
  }

  private void value(@Nullable Object value, String at) {
    if (value instanceof Map<?, ?> map) {
      object(map, at);
    } else if (value instanceof List<?> list) {
      array(list, at);
    } else if (value instanceof Record model) {
      Map<String, @Nullable Object> fields = fields(model);
      // statuses, states and codes are their text
      if (fields.keySet().equals(Set.of("text"))) {
        value(fields.get("text"), at);
      } else {
        object(fields, at);
      }
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof Instant time) {
      string(time(time));
    } else {
      string(value.toString());
    }
  }

  private void object(Map<?, ?> map, String at) {
    List<Runnable> members = new ArrayList<>();
    map.forEach(
        (name, value) ->
            members.add(
                () -> {
                  string(String.valueOf(name));
                  text.append(indent == null ? ":" : ": ");
                  value(value, at + STEP);
                }));
    between('{', members, '}', at);
  }

  private void array(List<?> list, String at) {
    List<Runnable> members = new ArrayList<>();
    list.forEach(value -> members.add(() -> value(value, at + STEP)));
    between('[', members, ']', at);
  }

  private void between(char open, List<Runnable> members, char close, String at) {
    text.append(open);
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ",").append(indent == null ? "" : at + STEP);
      members.get(i).run();
    }
    text.append(indent == null || members.isEmpty() ? "" : at).append(close);
  }

  private void string(String value) {
    text.append('"');
    value
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
              } else if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0)) {
                // also what a terminal would take for a command
                text.append(String.format("\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    text.append('"');
  }
}
