package dev.meetbot.example.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one browser keeps its profile and everything temporary; only this account gets in. */
record SessionFolder(Path path) {
  private static final int TRIES = 5;

  static SessionFolder make() throws IOException {
    return new SessionFolder(Files.createTempDirectory("meetbot-cdp-"));
  }

  /** Removes it; more than once when a process that is just ending puts files into it. */
  void remove() {
    for (int tries = 1; Files.exists(path); tries++) {
      try (Stream<Path> files = Files.walk(path)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (tries == TRIES) {
          System.getLogger(SessionFolder.class.getName())
              .log(System.Logger.Level.DEBUG, "files are left in " + path, e);
          return;
        }
      }
    }
  }
}
