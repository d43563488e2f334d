package dev.meetbot.engine;

import dev.meetbot.model.BotVerb;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;

/** The job is not in a state that allows the verb; over HTTP a 409 {@code invalid_state}. */
public final class VerbRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JobStatus status;

  VerbRefusedException(JobId id, BotVerb verb, JobStatus status, String why) {
    super(verb.wireName() + " is not possible: job " + id + " is " + status.wireName() + why);
    this.status = status;
  }

  /** How the job stands. */
  public JobStatus status() {
    return status;
  }
}
