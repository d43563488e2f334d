package dev.meetbot.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Whether a failed attempt is made again, and after what time. Pure. */
record RetryRule(int maxRetries) {
  private static final Set<Integer> RETRIED = Set.of(429, 500, 502, 503, 504);
  private static final int CONFLICT = 409;
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);
  private static final double FIRST_SECONDS = 0.5;
  private static final double LONGEST_SECONDS = 8;

  /** After an answer; empty when it is to be handed on as it is. */
  Optional<Duration> afterAnswer(
      int attempt, int status, @Nullable String retryAfter, Instant now, DoubleSupplier random) {
    Optional<Duration> asked = RetryAfter.read(retryAfter, now);
    if (attempt >= maxRetries || !isPassing(status, asked.isPresent())) {
      return Optional.empty();
    }
    if (asked.isPresent()) {
      return asked.filter(wait -> wait.compareTo(LONGEST_ASKED) <= 0);
    }
    return Optional.of(backoff(attempt, random));
  }

  /** A conflict passes when its end is told: an equal request still runs then. */
  private static boolean isPassing(int status, boolean endIsTold) {
    return RETRIED.contains(status) || (status == CONFLICT && endIsTold);
  }

  /** After no whole answer came; empty when that is to be told to the caller. */
  Optional<Duration> afterFailure(int attempt, DoubleSupplier random) {
    return attempt >= maxRetries ? Optional.empty() : Optional.of(backoff(attempt, random));
  }

  // full jitter: clients that failed together do not come back together
  private static Duration backoff(int attempt, DoubleSupplier random) {
    double most = Math.min(LONGEST_SECONDS, FIRST_SECONDS * Math.pow(2, attempt));
    return Duration.ofNanos((long) (random.getAsDouble() * most * 1e9));
  }
}
