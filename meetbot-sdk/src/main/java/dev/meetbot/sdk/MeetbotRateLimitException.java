package dev.meetbot.sdk;

/** Over quota (402, {@code quota_exceeded}) or too fast (429). */
public final class MeetbotRateLimitException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotRateLimitException(ErrorAnswer answer) {
    super(answer);
  }
}
