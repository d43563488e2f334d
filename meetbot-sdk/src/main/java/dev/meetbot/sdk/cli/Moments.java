package dev.meetbot.sdk.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and durations as people type them. Pure; what cannot be read is a wrong usage. */
final class Moments {
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhd])");
  private static final Pattern WHOLE = Pattern.compile("((\\d{1,9})(ms|[smhd]))+");

  private Moments() {}

  /** {@code 90}, which is seconds, or {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 7d}. */
  static Duration duration(String text) {
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    if (!WHOLE.matcher(text).matches()) {
      throw wrong("'" + text + "' is no duration: it is like 90s, 10m, 1h30m or 7d");
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      long number = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
              });
    }
    return sum;
  }

  /** A time, or a duration from now on. */
  static Instant ahead(String text, Instant now, ZoneId zone) {
    return WHOLE.matcher(text).matches() ? now.plus(duration(text)) : time(text, zone);
  }

  /** A time, or a duration back from now. */
  static Instant back(String text, Instant now, ZoneId zone) {
    return WHOLE.matcher(text).matches() ? now.minus(duration(text)) : time(text, zone);
  }

  private static Instant time(String text, ZoneId zone) {
    List<Function<String, Instant>> forms =
        List.of(
            given -> OffsetDateTime.parse(given).toInstant(),
            given -> LocalDateTime.parse(given.replace(' ', 'T')).atZone(zone).toInstant(),
            given -> LocalDate.parse(given).atStartOfDay(zone).toInstant());
    for (Function<String, Instant> form : forms) {
      try {
        return form.apply(text);
      } catch (DateTimeException e) {
        // the next form, then
      }
    }
    throw wrong("'" + text + "' is no time: it is like 2026-11-22T10:00Z, 2026-11-22T10:00 or 30m");
  }

  private static CliException wrong(String message) {
    return new CliException(ExitCode.USAGE, message);
  }
}
