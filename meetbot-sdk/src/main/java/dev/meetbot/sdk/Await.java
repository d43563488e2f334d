package dev.meetbot.sdk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for futures of the asynchronous client. */
final class Await {
  private Await() {}

  /** The result, or what it failed with; an interrupt ends the call and stays set. */
  static <T> T result(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new MeetbotConnectionException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new MeetbotException("this should not happen", e.getCause());
    }
  }
}
