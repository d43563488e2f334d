package dev.meetbot.war.launcher;

import org.jspecify.annotations.Nullable;

/** The server could not be started; the message is one line for the user. */
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  public StartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
