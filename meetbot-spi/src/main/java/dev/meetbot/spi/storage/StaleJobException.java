package dev.meetbot.spi.storage;

import dev.meetbot.model.JobId;

/** Somebody else changed the job in between: reload and decide again. */
public final class StaleJobException extends StorageException {
  private static final long serialVersionUID = 1L;

  public StaleJobException(JobId id, long version) {
    super("job " + id + " is no longer at version " + version);
  }
}
