package dev.meetbot.sdk;

import org.jspecify.annotations.Nullable;

/** Whatever went wrong between the caller and meetbot; its kinds say what. Holds no API key. */
public class MeetbotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MeetbotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
