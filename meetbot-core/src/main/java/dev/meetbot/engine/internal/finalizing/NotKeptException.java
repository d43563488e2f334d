package dev.meetbot.engine.internal.finalizing;

import java.io.IOException;

/** What a view was to be made of is not there, or not any more; trying again does not help. */
public final class NotKeptException extends IOException {
  private static final long serialVersionUID = 1L;

  NotKeptException(String message) {
    super(message);
  }
}
