package dev.meetbot.sdk;

/** No valid API key (401): rotate it. */
public final class MeetbotUnauthorizedException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotUnauthorizedException(ErrorAnswer answer) {
    super(answer);
  }
}
