package dev.meetbot.provider.sealed;

import java.io.IOException;

/** What the store gave is not what was put there, or was sealed with another key. */
final class BrokenSealException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String message) {
    super(message);
  }
}
