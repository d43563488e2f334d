package dev.meetbot.provider.platform.web;

import java.util.List;

/**
 * A platform's data file is not there or wrong; the message names the file and the places in it.
 */
public final class PlatformDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlatformDataException(String message, Throwable cause) {
    super(message, cause);
  }

  PlatformDataException(String file, List<String> faults) {
    super(file + ": " + String.join("; ", faults));
  }
}
