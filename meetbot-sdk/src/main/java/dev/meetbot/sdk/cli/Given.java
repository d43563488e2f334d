package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is handed over in a file or on standard input. */
final class Given {
  private Given() {}

  /** The text of a file, or for {@code -} of standard input until its end. */
  static String text(String file, Outside outside) {
    if (!file.equals("-")) {
      return file(Path.of(file));
    }
    try {
      return new String(outside.terminal().in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  static String file(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
