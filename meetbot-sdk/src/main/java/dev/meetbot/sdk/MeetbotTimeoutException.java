package dev.meetbot.sdk;

import org.jspecify.annotations.Nullable;

/** Nothing came in time: no whole answer, or what {@code waitFor} waited for. */
public final class MeetbotTimeoutException extends MeetbotConnectionException {
  private static final long serialVersionUID = 1L;

  MeetbotTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
