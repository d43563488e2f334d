package dev.meetbot.sdk;

/**
 * The job is not in a state for it, or has ended, or the first request with that key still runs
 * (409).
 */
public final class MeetbotConflictException extends MeetbotApiException {
  private static final long serialVersionUID = 1L;

  MeetbotConflictException(ErrorAnswer answer) {
    super(answer);
  }
}
