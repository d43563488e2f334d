package dev.meetbot.jaxrs.dto;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 writes them. */
public final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** In UTC with exactly three digits of a second's fraction; null stays null. */
  public static @Nullable String write(@Nullable Instant time) {
    return time == null ? null : MILLIS.format(time);
  }

  /** A date and time with its offset, of a year of four digits; empty when it is another text. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text))
          .filter(time -> time.getYear() >= 0 && time.getYear() <= 9999)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
