package dev.meetbot.war.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them. */
final class Durations {
  static final String EXPECTED = "a duration such as 500ms, 30s, 2m or 1h";

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

  private Durations() {}

  /**
   * A number with its unit (seconds when there is none), or ISO 8601 ({@code PT30S}).
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      return iso(text);
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static Duration iso(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // told below, together with negative ones
    }
    throw new IllegalArgumentException("not " + EXPECTED + ": " + text);
  }
}
