package dev.meetbot.engine.internal.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers since when a condition has held without a break. Not thread-safe. */
final class HeldSince {
  private @Nullable Instant since;

  /**
   * Takes note of the condition and says whether it has held for so long.
   *
   * @param limit zero means never
   */
  boolean heldFor(boolean condition, Duration limit, Instant now) {
    if (!condition) {
      since = null;
      return false;
    }
    if (since == null) {
      since = now;
    }
    return !limit.isZero() && Duration.between(since, now).compareTo(limit) >= 0;
  }
}
