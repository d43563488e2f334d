package dev.meetbot.jaxrs.dto;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 writes them. */
public final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Pattern RFC_3339 =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(?:(?<=\\.\\d{9})\\d+)?"
              + "(?:Z|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

  private Times() {}

  /** In UTC with exactly three digits of a second's fraction; null stays null. */
  public static @Nullable String write(@Nullable Instant time) {
    return time == null ? null : text(time);
  }

  /** In UTC with exactly three digits of a second's fraction. */
  public static String text(Instant time) {
    return MILLIS.format(time);
  }

  /** A date and time as RFC 3339, section 5.6 has them; empty when the text is something else. */
  public static Optional<Instant> read(String text) {
    Matcher parts = RFC_3339.matcher(text.toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Instant local = LocalDateTime.parse(parts.group(1)).toInstant(ZoneOffset.UTC);
      return Optional.of(local.minus(offset(parts)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** By hand: {@code ZoneOffset} ends at 18 hours, RFC 3339 does not. */
  private static Duration offset(Matcher parts) {
    if (parts.group(2) == null) {
      return Duration.ZERO;
    }
    long minutes = Long.parseLong(parts.group(3)) * 60 + Long.parseLong(parts.group(4));
    return Duration.ofMinutes(parts.group(2).equals("-") ? -minutes : minutes);
  }
}
