package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.PageTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time that one call of a caller has, for all that it is made of. */
record Deadline(String act, Duration timeout, long endNanos) {
  static Deadline of(String act, Duration timeout) {
    return new Deadline(act, timeout, System.nanoTime() + timeout.toNanos());
  }

  Duration left() {
    return Duration.ofMillis(leftMillis());
  }

  long leftMillis() {
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime()));
  }

  /** Waits for it and throws as the interfaces want it. */
  <T> T await(CompletableFuture<T> coming) {
    try {
      return coming.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      PageTimeoutException late = late();
      // takes it off the list of those that wait for an answer
      coming.completeExceptionally(late);
      throw late;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      BrowserException interrupted = new BrowserException(act + ": interrupted", e);
      coming.completeExceptionally(interrupted);
      throw interrupted;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BrowserException known
          ? known
          : new BrowserException(act + ": " + e.getCause(), e.getCause());
    }
  }

  PageTimeoutException late() {
    return new PageTimeoutException(act + ": not done within " + timeout.toMillis() + " ms");
  }
}
