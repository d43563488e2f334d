package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that touches a session's Playwright objects, which belong to a single thread. It
 * runs the commands of other threads in turn. While it has none it waits inside Playwright, because
 * calls from the page are only handled there.
 */
final class SessionThread {
  private static final String GONE = "The browser has ended";

  private final Queue<Command<?>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Command<?>> running = new AtomicReference<>();
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final CompletableFuture<SessionProcesses> started = new CompletableFuture<>();
  private final Thread thread;

  SessionThread(String name, Supplier<OpenBrowser> start) {
    thread = new Thread(() -> run(start), name);
    thread.setDaemon(true);
  }

  /** Starts the thread and waits for its browser. */
  SessionProcesses start(Duration timeout) {
    thread.start();
    try {
      return started.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BrowserException known
          ? known
          : new BrowserException("Chromium did not start: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new BrowserException("Chromium did not start within " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrowserException("Interrupted while Chromium started", e);
    }
  }

  /** Has the session's thread do something and waits for it. */
  <T> T call(String act, Duration timeout, Command.Action<T> action) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("A handler must hand its text on, not use the session");
    }
    Command<T> command = new Command<>(act, timeout, action);
    queue.add(command);
    // looked at after adding: an end that comes later empties the queue
    failAllOnceEnded();
    return command.await();
  }

  boolean isBusy() {
    return running.get() != null;
  }

  /** No more commands; those that wait or run fail. The thread then closes its browser. */
  void end(String reason) {
    ended.compareAndSet(null, reason);
    failAllOnceEnded();
    Command<?> current = running.get();
    if (current != null) {
      current.fail(new BrowserGoneException(reason));
    }
  }

  /** Whether the thread ended within the time; an interrupt cuts the waiting short. */
  boolean join(Duration timeout) {
    try {
      thread.join(timeout.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private void run(Supplier<OpenBrowser> start) {
    try (OpenBrowser browser = start.get()) {
      browser
          .page()
          .onCrash(
              page -> {
                end("The page crashed");
                // a call that came in the moment of the crash would wait for ever
                browser.processes().kill();
              });
      started.complete(browser.processes());
      serve(browser.page());
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
    } finally {
      end(GONE);
    }
  }

  private void serve(Page page) {
    Page.WaitForConditionOptions forEver = new Page.WaitForConditionOptions().setTimeout(0);
    try {
      while (true) {
        page.waitForCondition(() -> !queue.isEmpty() || isOver(page), forEver);
        if (isOver(page)) {
          break;
        }
        runNext(page);
      }
    } catch (PlaywrightException e) {
      System.getLogger(SessionThread.class.getName())
          .log(System.Logger.Level.DEBUG, "The browser of " + thread.getName() + " ended", e);
    }
    end(GONE);
  }

  private boolean isOver(Page page) {
    return ended.get() != null || page.isClosed();
  }

  private void runNext(Page page) {
    Command<?> next = queue.poll();
    if (next == null) {
      return;
    }
    running.set(next);
    try {
      String reason = ended.get();
      if (reason == null) {
        next.run(page);
      } else {
        next.fail(new BrowserGoneException(reason));
      }
    } finally {
      running.set(null);
    }
  }

  private void failAllOnceEnded() {
    String reason = ended.get();
    for (Command<?> next = reason == null ? null : queue.poll();
        next != null;
        next = queue.poll()) {
      next.fail(new BrowserGoneException(reason));
    }
  }
}
