package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request while it is put together; what is not given is not sent. */
final class Fields {
  private final Map<String, @Nullable Object> all = new LinkedHashMap<>();

  /** Those of a file come first, so that options may change them. */
  Fields(Map<String, ?> given) {
    all.putAll(given);
  }

  /** Sets a field; null changes nothing. */
  Fields put(String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value);
    }
    return this;
  }

  /** Sets a field of an object in it, and leaves the object's others as they are. */
  Fields put(String object, String name, @Nullable Object value) {
    if (value != null) {
      Map<String, @Nullable Object> inner = new LinkedHashMap<>();
      if (all.get(object) instanceof Map<?, ?> before) {
        before.forEach((key, old) -> inner.put(String.valueOf(key), old));
      }
      inner.put(name, value);
      all.put(object, inner);
    }
    return this;
  }

  Map<String, @Nullable Object> all() {
    return all;
  }

  boolean has(String name) {
    return all.get(name) != null;
  }
}
