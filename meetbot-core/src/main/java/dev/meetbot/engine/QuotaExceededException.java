package dev.meetbot.engine;

/** The tenant's credit is used up: no bot is sent. */
public final class QuotaExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QuotaExceededException(String message) {
    super(message);
  }
}
