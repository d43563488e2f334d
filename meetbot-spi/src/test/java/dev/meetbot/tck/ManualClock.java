package dev.meetbot.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told. Thread-safe. */
public final class ManualClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public ManualClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** A clock that starts at a fixed, arbitrary morning. */
  public static ManualClock startingAnyTime() {
    return new ManualClock(Instant.parse("2026-11-22T09:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock forward and returns the new time. */
  public Instant elapse(Duration duration) {
    return now.updateAndGet(t -> t.plus(duration));
  }
}
