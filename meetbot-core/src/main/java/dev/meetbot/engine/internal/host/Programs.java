package dev.meetbot.engine.internal.host;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Programs that have to be installed beside us. */
public final class Programs {
  private Programs() {}

  /** What to do about a program that cannot be started; empty when it can. */
  public static Optional<String> missing(String name, @Nullable String searchPath) {
    return present(name, searchPath)
        ? Optional.empty()
        : Optional.of(
            "there is no program " + name + ": install the package ffmpeg, or set meetbot.ffmpeg");
  }

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
