package dev.meetbot.engine;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Every change an engine told of, and waiting for one. Thread-safe. */
final class Seen implements EngineListener {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private final List<Job> changes = new ArrayList<>();

  @Override
  public synchronized void changed(Job job) {
    changes.add(job);
    notifyAll();
  }

  /** The first version of the job that fits, as soon as there is one. */
  synchronized Job await(JobId id, Predicate<Job> wanted) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      for (Job job : changes) {
        if (job.id().equals(id) && wanted.test(job)) {
          return job;
        }
      }
      pause(end, "job " + id + "; seen: " + changes.stream().map(Job::status).toList());
    }
  }

  Job await(JobId id, JobStatus status) throws InterruptedException {
    return await(id, job -> job.status() == status);
  }

  /** Waits for something that no change of a job tells of. */
  synchronized void await(BooleanSupplier condition, String what) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      pause(end, what);
    }
  }

  private void pause(long end, String what) throws InterruptedException {
    if (System.nanoTime() > end) {
      throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
    }
    wait(10);
  }
}
