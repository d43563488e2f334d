package dev.meetbot.engine.internal.capture;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that writes a recording, with a queue before it whose bytes are bounded. Methods
 * may be called from any thread and, but for {@link #finish}, never block.
 */
final class SerialWriter {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private record Task(long bytes, Runnable work) {}

  private final LinkedBlockingQueue<Task> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Runnable tick;
  private final Thread thread;

  /**
   * @param tick runs twice a second between the tasks
   */
  SerialWriter(String name, Runnable tick) {
    this.tick = tick;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Queues a task unless that would make more bytes wait than the limit. */
  boolean offer(long bytes, long limit, Runnable work) {
    if (waiting.get() + bytes > limit || over.get()) {
      return false;
    }
    waiting.addAndGet(bytes);
    queue.add(new Task(bytes, work));
    return true;
  }

  /** Queues a small task in any case. */
  void force(Runnable work) {
    queue.add(new Task(0, work));
  }

  /** Whether the last task was queued. */
  boolean isOver() {
    return over.get();
  }

  long waitingBytes() {
    return waiting.get();
  }

  /**
   * Queues a last task and waits for it.
   *
   * @return whether it ended in time
   */
  boolean finish(Runnable last, long timeoutMs) {
    if (over.compareAndSet(false, true)) {
      force(
          () -> {
            last.run();
            Thread.currentThread().interrupt();
          });
    }
    try {
      thread.join(timeoutMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private void run() {
    long next = System.nanoTime() + TICK_NANOS;
    try {
      while (true) {
        Task task = queue.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (task != null) {
          task.work.run();
          waiting.addAndGet(-task.bytes);
        }
        if (System.nanoTime() - next >= 0) {
          tick.run();
          next = System.nanoTime() + TICK_NANOS;
        }
      }
    } catch (InterruptedException e) {
      // The last task has run.
    }
  }
}
