package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.PageTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of another thread, run by the session's own thread, once or never. */
final class Command<T> {
  /** What is done with the page in the milliseconds that are left of the caller's time. */
  @FunctionalInterface
  interface Action<T> {
    T run(Page page, double millisLeft);
  }

  private final String act;
  private final Action<T> action;
  private final Duration timeout;
  private final long deadlineNanos;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  Command(String act, Duration timeout, Action<T> action) {
    this.act = act;
    this.action = action;
    this.timeout = timeout;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  /** Runs it unless the caller has given up. */
  void run(Page page) {
    if (result.isDone()) {
      return;
    }
    try {
      long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
      // 0 means "for ever" to Playwright
      result.complete(action.run(page, Math.max(1, left)));
    } catch (PlaywrightException e) {
      result.completeExceptionally(PlaywrightFailure.translate(act, e));
    } catch (BrowserException e) {
      result.completeExceptionally(e);
    } catch (RuntimeException e) {
      result.completeExceptionally(new BrowserException(act + ": " + e, e));
    }
  }

  void fail(BrowserException reason) {
    result.completeExceptionally(reason);
  }

  T await() {
    try {
      return result.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      PageTimeoutException late =
          new PageTimeoutException(act + ": no answer within " + timeout.toMillis() + " ms", e);
      result.completeExceptionally(late);
      throw late;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      BrowserException interrupted = new BrowserException(act + ": interrupted", e);
      result.completeExceptionally(interrupted);
      throw interrupted;
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  /** The stack of the session's thread says little; the caller's own is thrown. */
  private static BrowserException rethrown(Throwable cause) {
    return cause instanceof BrowserException known
        ? known
        : new BrowserException(String.valueOf(cause), cause);
  }
}
