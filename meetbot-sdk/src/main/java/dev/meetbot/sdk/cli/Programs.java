package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs other programs for what they say. */
interface Programs {
  /** The first line of what the program prints; empty when it cannot be run or fails. */
  Optional<String> firstLine(List<String> command);

  static Programs real() {
    return Programs::run;
  }

  private static Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? text.lines().filter(line -> !line.isBlank()).findFirst().map(String::trim)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
