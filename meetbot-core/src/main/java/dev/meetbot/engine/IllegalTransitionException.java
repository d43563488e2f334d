package dev.meetbot.engine;

import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;

/** Something was asked of a job that its status does not allow. */
public final class IllegalTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final JobStatus from;

  public IllegalTransitionException(JobId id, JobStatus from, String trigger) {
    super("job " + id + " is " + from.wireName() + ": " + trigger + " is not possible now");
    this.from = from;
  }

  /** The status the job was in. */
  public JobStatus from() {
    return from;
  }
}
