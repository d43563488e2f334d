package dev.meetbot.sdk;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model says, with the names of the wire, and whether that is what a vector expects. */
final class Said {
  private Said() {}

  static Object by(Object model) {
    if (model instanceof Optional<?> maybe) {
      return by(maybe.orElse(null));
    }
    if (model instanceof List<?> list) {
      return list.stream().map(Said::by).toList();
    }
    if (model instanceof Record record && !(model instanceof WebhookEvent)) {
      Map<String, Object> fields = fields(record);
      return fields.keySet().equals(java.util.Set.of("text")) ? fields.get("text") : fields;
    }
    return model;
  }

  /** An event, whose own fields stand in data. */
  static Map<String, Object> by(WebhookEvent event) {
    Map<String, Object> top = fields(event.envelope());
    Map<String, Object> data = new LinkedHashMap<>();
    for (String name : List.of("event", "jobId", "externalId", "status", "metadata")) {
      data.put(name, top.get(name));
    }
    Map<String, Object> own = fields((Record) event);
    own.remove("envelope");
    if (own.remove("failure") instanceof Map<?, ?> failure) {
      failure.forEach((name, value) -> own.put("failure_" + name, value));
    }
    data.putAll(own);
    top.put("type", event.event());
    top.put("data", data);
    return top;
  }

  private static Map<String, Object> fields(Record record) {
    try {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        fields.put(component.getName(), by(component.getAccessor().invoke(record)));
      }
      return fields;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the two differ; a said object may have more. */
  static List<String> differences(Object expected, Object said) {
    List<String> found = new ArrayList<>();
    compare("", expected, said, found);
    return found;
  }

  private static void compare(String at, Object expected, Object said, List<String> found) {
    if (expected instanceof Map<?, ?> fields && said instanceof Map<?, ?> has) {
      fields.forEach(
          (name, value) -> {
            if (!has.containsKey(name)) {
              found.add(at + "." + name + " is not there");
            }
            compare(at + "." + name, value, has.get(name), found);
          });
    } else if (expected instanceof List<?> list && said instanceof List<?> has) {
      if (list.size() != has.size()) {
        found.add(at + " has " + has.size());
      }
      for (int i = 0; i < Math.min(list.size(), has.size()); i++) {
        compare(at + "[" + i + "]", list.get(i), has.get(i), found);
      }
    } else if (!same(expected, said)) {
      found.add(at + " is " + said + ", not " + expected);
    }
  }

  private static boolean same(Object expected, Object said) {
    if (expected instanceof BigDecimal number && said instanceof Number) {
      return number.compareTo(new BigDecimal(said.toString())) == 0;
    }
    if (expected instanceof String text && said instanceof BigDecimal number) {
      return text.equals(number.toPlainString());
    }
    if (expected instanceof String text && said instanceof Instant instant) {
      return OffsetDateTime.parse(text).toInstant().equals(instant);
    }
    return java.util.Objects.equals(expected, said);
  }
}
