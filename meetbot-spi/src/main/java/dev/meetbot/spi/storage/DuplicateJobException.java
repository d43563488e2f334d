package dev.meetbot.spi.storage;

/** The tenant already has a job with that external id. */
public final class DuplicateJobException extends StorageException {
  private static final long serialVersionUID = 1L;

  public DuplicateJobException(String externalId) {
    super("the tenant already has a job with the external id " + externalId);
  }
}
