package dev.meetbot.spi.payment;

/** A notice that is not believed; the message says why and holds nothing secret. */
public final class RefusedNoticeException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedNoticeException(String message) {
    super(message);
  }

  public RefusedNoticeException(String message, Throwable cause) {
    super(message, cause);
  }
}
