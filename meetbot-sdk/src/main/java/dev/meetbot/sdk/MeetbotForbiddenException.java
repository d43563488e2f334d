package dev.meetbot.sdk;

/** The key is good, but not for this (403). */
public final class MeetbotForbiddenException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotForbiddenException(ErrorAnswer answer) {
    super(answer);
  }
}
