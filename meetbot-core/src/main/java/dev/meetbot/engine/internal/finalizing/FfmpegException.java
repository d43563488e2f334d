package dev.meetbot.engine.internal.finalizing;

import java.io.IOException;

/** The program is missing, took too long or did not like its input; the message says which. */
final class FfmpegException extends IOException {
  private static final long serialVersionUID = 1L;

  FfmpegException(String message) {
    super(message);
  }

  FfmpegException(String message, Throwable cause) {
    super(message, cause);
  }
}
