package dev.meetbot.lab.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packages that the lab's server needs, by npm and its lock file, beside the server. */
public final class LabModules {
  private LabModules() {}

  /**
   * Installs them unless they are there as the lock file says.
   *
   * @throws IllegalStateException when npm fails
   */
  public static void ensure(Path server) {
    Path lock = server.resolve("package-lock.json");
    Path installed = server.resolve("node_modules").resolve(".package-lock.json");
    if (!Files.exists(lock) || isFresh(lock, installed)) {
      return;
    }
    try {
      Process npm =
          new ProcessBuilder(
                  List.of("npm", "ci", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"))
              .directory(server.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int code = npm.waitFor();
      if (code != 0) {
        throw new IllegalStateException("npm ci in " + server + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not run npm", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static boolean isFresh(Path lock, Path installed) {
    try {
      return Files.exists(installed)
          && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
