package dev.meetbot.sdk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came, or nothing in its place: for the constructors of models. */
final class Given {
  private Given() {}

  static void there(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
  }

  static <T> List<T> list(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  /** A copy that keeps the order and may hold null, as JSON may. */
  static Map<String, @Nullable Object> map(@Nullable Map<String, @Nullable Object> given) {
    return given == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }
}
