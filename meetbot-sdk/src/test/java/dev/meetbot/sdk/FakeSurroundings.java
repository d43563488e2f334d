package dev.meetbot.sdk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Time that passes by waiting alone, and chance that is known before. */
public final class FakeSurroundings {
  private final Deque<Double> draws = new ArrayDeque<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final AtomicInteger keys = new AtomicInteger();
  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  FakeSurroundings draw(List<Object> values) {
    values.forEach(value -> draws.add(((BigDecimal) value).doubleValue()));
    return this;
  }

  public FakeSurroundings at(Instant time) {
    now = time;
    return this;
  }

  public List<Duration> waits() {
    return waits;
  }

  /** For a client whose package sees no surroundings. */
  public MeetBotBuilder into(MeetBotBuilder builder) {
    return builder.surroundings(all());
  }

  Surroundings all() {
    return new Surroundings(
        () -> now,
        time -> {
          waits.add(time);
          now = now.plus(time);
          return CompletableFuture.completedFuture(null);
        },
        () -> draws.isEmpty() ? 0.5 : draws.pop(),
        () -> "key-" + keys.incrementAndGet());
  }
}
