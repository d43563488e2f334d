package dev.meetbot.lab.run;

import dev.meetbot.lab.server.ProcessTree;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Reads once a second how much memory a browser takes, and keeps the most. */
final class MemoryWatch implements AutoCloseable {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final ProcessTree tree;
  private final Thread thread;
  private volatile boolean closed;
  private volatile double peakMb = Double.NaN;

  MemoryWatch(ProcessTree tree) {
    this.tree = tree;
    this.thread = new Thread(this::watch, "memory-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed && tree.root().isAlive()) {
      double now = tree.memoryMb();
      peakMb = now > 0 && !(peakMb >= now) ? now : peakMb;
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** The most so far; NaN before the first reading. */
  double peakMb() {
    return peakMb;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
