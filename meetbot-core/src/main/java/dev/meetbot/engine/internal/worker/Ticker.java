package dev.meetbot.engine.internal.worker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Does a piece of work again and again on a thread of its own: at once when the work says that
 * there is more, when woken, and else after an interval with jitter. What the work throws is logged
 * and does not end it.
 */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Ticker.class.getName());

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final BooleanSupplier work;
  private final Duration interval;
  private final Thread thread;
  private boolean woken;
  private boolean closed;

  /**
   * A ticker that is not running yet.
   *
   * @param work returns whether there is more to do at once
   */
  public Ticker(Duration interval, BooleanSupplier work, ThreadFactory threads) {
    this.interval = interval;
    this.work = work;
    this.thread = threads.newThread(this::run);
  }

  /** Begins; called once. */
  public void start() {
    thread.start();
  }

  /** Has the work done soon. */
  public void wake() {
    lock.lock();
    try {
      woken = true;
      something.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (!isClosed()) {
        if (!once()) {
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean once() {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, thread.getName() + ": will be tried again", e);
      return false;
    }
  }

  private void pause() throws InterruptedException {
    long nanos = interval.toNanos() / 2 + ThreadLocalRandom.current().nextLong(interval.toNanos());
    lock.lock();
    try {
      while (!woken && !closed && nanos > 0) {
        nanos = something.awaitNanos(nanos);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the work under way; waits for it up to ten seconds. A second call does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      something.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
