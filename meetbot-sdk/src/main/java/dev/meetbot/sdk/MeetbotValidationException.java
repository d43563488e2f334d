package dev.meetbot.sdk;

/**
 * Something in the request is wrong (400, 422); {@link #issues()} says what, where the server does.
 */
public final class MeetbotValidationException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotValidationException(ErrorAnswer answer) {
    super(answer);
  }
}
