package dev.meetbot.sdk;

/** The tenant has no such thing (404), whoever else may have it. */
public final class MeetbotNotFoundException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotNotFoundException(ErrorAnswer answer) {
    super(answer);
  }
}
