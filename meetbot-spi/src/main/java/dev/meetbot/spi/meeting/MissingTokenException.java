package dev.meetbot.spi.meeting;

/** There is no token, and the bot must not go to the meeting without. */
public final class MissingTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for the client, without any secret
   */
  public MissingTokenException(String message) {
    super(message);
  }
}
