package dev.meetbot.engine;

import dev.meetbot.model.JobId;

/** The tenant has no such job (somebody else may). */
public final class JobNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JobNotFoundException(JobId id) {
    super("no job " + id);
  }
}
