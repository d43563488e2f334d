package dev.meetbot.sdk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an event or a small answer by name and type; one that is of another type is an error.
 */
record EventFields(Map<String, @Nullable Object> fields) {
  /**
   * Those of a JSON object.
   *
   * @throws MeetbotResponseException when it is something else than what was expected
   */
  static EventFields of(String json, String expected) {
    return new EventFields(
        Json.findObject(json)
            .orElseThrow(
                () -> new MeetbotResponseException("this is not the JSON of " + expected, null)));
  }

  String text(String name) {
    return there(name, findText(name));
  }

  @Nullable String findText(String name) {
    return find(name, text -> text);
  }

  <T> @Nullable T find(String name, Function<String, T> make) {
    String text = of(name, String.class);
    return text == null ? null : make.apply(text);
  }

  Instant time(String name) {
    return there(name, findTime(name));
  }

  @Nullable Instant findTime(String name) {
    String text = findText(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new MeetbotResponseException(name + " is no time", e);
    }
  }

  /** False when it is not there. */
  boolean flag(String name) {
    return Boolean.TRUE.equals(of(name, Boolean.class));
  }

  int number(String name, int otherwise) {
    BigDecimal number = of(name, BigDecimal.class);
    return number == null ? otherwise : number.intValue();
  }

  /** Empty when it is not there. */
  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> map(String name) {
    return Given.map((Map<String, @Nullable Object>) of(name, Map.class));
  }

  private <T> T there(String name, @Nullable T value) {
    if (value == null) {
      throw new MeetbotResponseException(name + " is missing", null);
    }
    return value;
  }

  private <T> @Nullable T of(String name, Class<T> type) {
    Object value = fields.get(name);
    if (value != null && !type.isInstance(value)) {
      throw new MeetbotResponseException(name + " is of another type", null);
    }
    return type.cast(value);
  }
}
