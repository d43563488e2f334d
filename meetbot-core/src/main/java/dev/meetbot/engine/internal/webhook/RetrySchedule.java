package dev.meetbot.engine.internal.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed delivery is tried again: exponential backoff with full jitter, uniform between zero
 * and twice the mean, so that many deliveries to one receiver spread out.
 *
 * @param means the mean delay before each retry; their number is the number of retries
 */
public record RetrySchedule(List<Duration> means, RandomGenerator random) {
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  public RetrySchedule {
    means = List.copyOf(means);
  }

  /**
   * When to try again after so many attempts; empty when that was the last one.
   *
   * @param retryAfter the receiver's header (RFC 9110, 10.2.3: seconds or a date), which is
   *     honoured when it asks for more time, up to a day
   */
  public Optional<Instant> next(int attempts, Instant now, @Nullable String retryAfter) {
    if (attempts > means.size()) {
      return Optional.empty();
    }
    long mean = means.get(attempts - 1).toMillis();
    Duration own = Duration.ofMillis(mean == 0 ? 0 : random.nextLong(2 * mean + 1));
    Duration asked = asked(retryAfter, now);
    return Optional.of(now.plus(own.compareTo(asked) >= 0 ? own : asked));
  }

  private static Duration asked(@Nullable String retryAfter, Instant now) {
    if (retryAfter == null) {
      return Duration.ZERO;
    }
    Duration asked;
    try {
      asked = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
    } catch (NumberFormatException e) {
      asked = untilDate(retryAfter.strip(), now);
    }
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  private static Duration untilDate(String date, Instant now) {
    try {
      ZonedDateTime at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, at.toInstant());
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
