package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.RateState;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Token buckets by name, each filled again evenly within a minute. Thread-safe. */
public final class Buckets {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** So many names; whoever comes then shares one, until others are forgotten. */
  private static final int MAX = 100_000;

  private static final String OTHERS = "others";
  private static final long SECOND = 1_000_000_000L;

  private final InstantSource clock;
  private final TimeMeter meter;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(int perMinute, Bucket bucket, Instant usedAt) {}

  public Buckets(InstantSource clock) {
    this.clock = clock;
    this.meter = new Meter(clock);
  }

  /**
   * Takes tokens when so many are there, else none.
   *
   * @param perMinute how many fit in; 0 for no limit
   */
  public RateState spend(String name, int perMinute, int cost) {
    if (perMinute == 0) {
      return RateState.UNLIMITED;
    }
    ConsumptionProbe probe = bucket(name, perMinute).tryConsumeAndReturnRemaining(cost);
    return new RateState(
        probe.isConsumed(),
        perMinute,
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  /** Takes so many tokens, or all that are there; allowed is whether one is left. */
  public RateState charge(String name, int perMinute, int cost) {
    if (perMinute == 0) {
      return RateState.UNLIMITED;
    }
    Bucket bucket = bucket(name, perMinute);
    if (cost > 0) {
      bucket.tryConsumeAsMuchAsPossible(cost);
    }
    EstimationProbe whole = bucket.estimateAbilityToConsume(perMinute);
    EstimationProbe one = bucket.estimateAbilityToConsume(1);
    return new RateState(
        one.canBeConsumed(),
        perMinute,
        Math.max(0, one.getRemainingTokens()),
        seconds(whole.getNanosToWaitForRefill()),
        seconds(one.getNanosToWaitForRefill()));
  }

  private Bucket bucket(String name, int perMinute) {
    String key = entries.size() < MAX || entries.containsKey(name) ? name : OTHERS;
    Instant now = clock.instant();
    return entries
        .compute(
            key,
            (k, known) ->
                new Entry(
                    perMinute,
                    known != null && known.perMinute() == perMinute
                        ? known.bucket()
                        : fresh(perMinute),
                    now))
        .bucket();
  }

  private Bucket fresh(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
        .withCustomTimePrecision(meter)
        .build();
  }

  /** Forgets buckets that are full again: a new one is the same. */
  public void forgetUnused() {
    Instant old = clock.instant().minus(PERIOD);
    entries.values().removeIf(entry -> entry.usedAt().isBefore(old));
  }

  /** How many names are known now. */
  int size() {
    return entries.size();
  }

  private static long seconds(long nanos) {
    return (nanos + SECOND - 1) / SECOND;
  }

  /** The engine's clock, as the library wants it. */
  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), SECOND), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
