package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What others have to say to a run: offered triggers, a newer version of the job, or the word to
 * stop. Thread-safe; only the run itself takes.
 */
final class Inbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final Queue<Trigger> triggers = new ArrayDeque<>();
  private Job job;
  private boolean woken;
  private boolean abandoned;
  private boolean stoodDown;

  Inbox(Job job) {
    this.job = job;
  }

  void offer(Trigger trigger) {
    change(() -> triggers.add(trigger));
  }

  /**
   * The job as somebody saw it; a version that is known already, or an older one, is ignored and
   * wakes nobody: the run itself looks at its job each time it looks at the page.
   */
  void refreshed(Job seen) {
    lock.lock();
    try {
      if (seen.version() > job.version()) {
        change(() -> job = seen);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The run must stop without ending the job: the lease is lost, or somebody takes over. */
  void abandon() {
    change(() -> abandoned = true);
  }

  /** A bot that still waits for its time is not wanted here now; one that went in goes on. */
  void standDown() {
    change(() -> stoodDown = true);
  }

  private void change(Runnable edit) {
    lock.lock();
    try {
      edit.run();
      woken = true;
      something.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something comes, at most for so long. */
  void await(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long nanos = limit.toNanos();
      while (!woken && nanos > 0) {
        nanos = something.awaitNanos(nanos);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  Optional<Trigger> next() {
    lock.lock();
    try {
      return Optional.ofNullable(triggers.poll());
    } finally {
      lock.unlock();
    }
  }

  Job job() {
    lock.lock();
    try {
      return job;
    } finally {
      lock.unlock();
    }
  }

  boolean isStoodDown() {
    lock.lock();
    try {
      return stoodDown;
    } finally {
      lock.unlock();
    }
  }

  boolean isAbandoned() {
    lock.lock();
    try {
      return abandoned;
    } finally {
      lock.unlock();
    }
  }
}
