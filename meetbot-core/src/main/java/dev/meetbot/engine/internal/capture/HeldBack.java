package dev.meetbot.engine.internal.capture;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the page sent, in order, until it is known that it may be kept: where the host must agree, a
 * frame counts only when a later look at the page shows that the host still agrees. Without such a
 * need everything goes through at once. Writer thread.
 */
final class HeldBack {
  private final boolean holds;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private double confirmedMs;

  private record Entry(double latestMs, Runnable work) {}

  HeldBack(boolean holds) {
    this.holds = holds;
  }

  /** Something without media of its own. */
  void fact(Runnable work) {
    offer(-1, work);
  }

  /** Frames of which the latest was received then. */
  void media(double latestMs, Runnable work) {
    offer(latestMs, work);
  }

  private void offer(double latestMs, Runnable work) {
    if (holds && (!entries.isEmpty() || latestMs >= confirmedMs)) {
      entries.add(new Entry(latestMs, work));
    } else {
      work.run();
    }
  }

  /** What was received before may be kept. */
  void confirm(double beforeMs) {
    confirmedMs = Math.max(confirmedMs, beforeMs);
    while (!entries.isEmpty() && entries.getFirst().latestMs < confirmedMs) {
      entries.removeFirst().work.run();
    }
  }

  /** Lets everything go; who takes it must know by itself what not to keep. */
  void release() {
    while (!entries.isEmpty()) {
      entries.removeFirst().work.run();
    }
  }

  /** Forgets what nobody has confirmed. */
  void drop() {
    entries.clear();
  }
}
