package dev.meetbot.provider.playwright;

import com.microsoft.playwright.PlaywrightException;
import dev.meetbot.spi.browser.BrowserException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has one Playwright driver ready for the next session: starting Node and its driver takes longer
 * than starting Chromium. It is made a while after the one before was taken, when that one's bot is
 * in its meeting and the processor is free. Thread-safe.
 */
final class SpareDriver implements AutoCloseable {
  private static final Duration LAST_WAIT = Duration.ofSeconds(10);

  private final Duration rest;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable DriverConnection spare;
  private @Nullable Thread maker;

  /**
   * @param rest how long after a session's start the next driver is made
   */
  SpareDriver(Duration rest) {
    this.rest = rest;
  }

  /**
   * Takes the driver that stands ready; null when there is none. It may have died meanwhile. It is
   * the caller's then, for one thread at a time.
   */
  synchronized @Nullable DriverConnection take() {
    DriverConnection taken = spare;
    spare = null;
    return taken;
  }

  synchronized boolean isReady() {
    return spare != null;
  }

  /** Has one made when there is none and none is coming; returns at once. */
  synchronized void prepare(Supplier<DriverConnection> connect) {
    if (spare != null || maker != null || closed.getCount() == 0) {
      return;
    }
    maker = new Thread(() -> make(connect), "meetbot-browser-spare");
    maker.setDaemon(true);
    maker.start();
  }

  private void make(Supplier<DriverConnection> connect) {
    try {
      if (!closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
        keep(connect.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (PlaywrightException | BrowserException e) {
      System.getLogger(SpareDriver.class.getName())
          .log(Level.DEBUG, "no driver could be made ready", e);
    } finally {
      made();
    }
  }

  private synchronized void made() {
    maker = null;
  }

  private void keep(DriverConnection made) {
    synchronized (this) {
      if (closed.getCount() > 0) {
        spare = made;
        return;
      }
    }
    made.close();
  }

  /** Ends what stands ready; waits for one that is just being made. */
  @Override
  public void close() {
    closed.countDown();
    Thread making;
    synchronized (this) {
      making = maker;
    }
    try {
      if (making != null) {
        making.join(LAST_WAIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    DriverConnection left = take();
    if (left != null) {
      left.close();
    }
  }
}
