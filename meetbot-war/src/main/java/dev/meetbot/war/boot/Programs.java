package dev.meetbot.war.boot;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Programs that have to be installed beside us. */
final class Programs {
  private Programs() {}

  /**
   * Whether that program can be started.
   *
   * @param name a path, or a name to be looked for
   * @param searchPath the environment's {@code PATH}; null when there is none
   */
  static boolean present(String name, @Nullable String searchPath) {
    if (name.contains("/") || name.contains(File.separator)) {
      return Files.isExecutable(Path.of(name));
    }
    return searchPath != null
        && Arrays.stream(searchPath.split(File.pathSeparator))
            .filter(dir -> !dir.isEmpty())
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, name)));
  }
}
