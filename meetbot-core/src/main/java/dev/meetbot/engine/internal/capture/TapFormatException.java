package dev.meetbot.engine.internal.capture;

/** The page sent something that is not of the tap's format. */
final class TapFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  TapFormatException(String message) {
    super(message);
  }

  TapFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
