package dev.meetbot.sdk;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Time and chance, which tests bring themselves.
 *
 * @param clock what time it is
 * @param pause waits without holding a thread
 * @param random draws from [0, 1)
 * @param keys idempotency keys, a new one each time
 */
record Surroundings(
    InstantSource clock, Pause pause, DoubleSupplier random, Supplier<String> keys) {

  /** A wait. */
  interface Pause {
    CompletableFuture<Void> of(Duration time);
  }

  static Surroundings real() {
    return new Surroundings(
        Clock.systemUTC(),
        Surroundings::delay,
        new SecureRandom()::nextDouble,
        () -> UUID.randomUUID().toString());
  }

  private static CompletableFuture<Void> delay(Duration time) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS));
  }
}
