package dev.meetbot.sdk;

/**
 * The server failed, or has no room for a bot now (5xx). It was tried again before, where that may
 * help.
 */
public final class MeetbotServerException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotServerException(ErrorAnswer answer) {
    super(answer);
  }
}
