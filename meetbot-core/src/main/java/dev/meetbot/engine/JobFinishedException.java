package dev.meetbot.engine;

import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;

/** The job has ended already. */
public final class JobFinishedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JobFinishedException(JobId id, JobStatus status) {
    super("job " + id + " is already " + status.wireName());
  }
}
