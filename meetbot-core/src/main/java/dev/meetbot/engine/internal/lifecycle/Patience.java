package dev.meetbot.engine.internal.lifecycle;

import java.time.Duration;

/**
 * How long to put up with a storage that cannot do its work, and how long to wait before each
 * further try. A bot in a call has patience, since its recording goes on meanwhile; a client that
 * waits for an answer has none.
 */
public record Patience(Duration limit, Duration pause) {
  /** One try. */
  public static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);

  /** The time runs from now. */
  Trial begin() {
    return new Trial(this, System.nanoTime());
  }

  /** One thing that is tried again and again; for one thread. */
  static final class Trial {
    private final Patience patience;
    private final long startedAt;

    private Trial(Patience patience, long startedAt) {
      this.patience = patience;
      this.startedAt = startedAt;
    }

    /** Waits before another try; false when the time is over or the thread is interrupted. */
    boolean again() {
      if (System.nanoTime() - startedAt >= patience.limit.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(patience.pause.toMillis());
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
