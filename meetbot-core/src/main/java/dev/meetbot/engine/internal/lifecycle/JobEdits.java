package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.Job;
import dev.meetbot.model.Progress;
import java.time.Instant;
import java.util.function.Consumer;

/** Copies of a job in which its progress is another. Pure. */
public final class JobEdits {
  private JobEdits() {}

  /** A part of the same change: version and time stay. */
  public static Job within(Job job, Consumer<Progress.Editor> edit) {
    return copy(job, job.version(), job.updatedAt(), edit);
  }

  /** The next version. */
  public static Job next(Job job, Instant now, Consumer<Progress.Editor> edit) {
    return copy(job, job.version() + 1, now, edit);
  }

  private static Job copy(Job job, long version, Instant at, Consumer<Progress.Editor> edit) {
    return new Job(
        job.id(),
        job.tenant(),
        version,
        job.spec(),
        job.progress().with(edit),
        job.lease(),
        job.history(),
        job.createdAt(),
        at);
  }
}
