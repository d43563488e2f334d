package dev.meetbot.spi.artifact;

import java.io.IOException;

/** The store has no room for more bytes. */
public final class StoreFullException extends IOException {
  private static final long serialVersionUID = 1L;

  public StoreFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
