package dev.meetbot.example.storage;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Times as text that people can read and SQLite can compare: always nine digits after the second,
 * so that the earlier time is the smaller text (in the years 0 to 9999).
 */
final class Times {
  private static final DateTimeFormatter NANOS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private Times() {}

  static String text(Instant time) {
    return NANOS.format(time);
  }

  static @Nullable String textOrNull(@Nullable Instant time) {
    return time == null ? null : text(time);
  }

  static Instant time(String text) {
    return Instant.parse(text);
  }

  static @Nullable Instant timeOrNull(@Nullable String text) {
    return text == null ? null : time(text);
  }
}
