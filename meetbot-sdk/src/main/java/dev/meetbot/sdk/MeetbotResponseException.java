package dev.meetbot.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Something answered that is not meetbot's API, or is damaged: a page where JSON was due, a
 * redirect, a file whose SHA-256 is not the manifest's, a webhook body that cannot be read.
 */
public final class MeetbotResponseException extends MeetbotException {
  private static final long serialVersionUID = 1L;

  MeetbotResponseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
