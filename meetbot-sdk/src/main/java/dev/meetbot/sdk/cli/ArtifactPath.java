package dev.meetbot.sdk.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a file goes that a server has named. Pure. */
final class ArtifactPath {
  private ArtifactPath() {}

  /** Below the folder; a name that leads elsewhere is refused, whoever sent it. */
  static Path below(Path folder, String name) {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path target = root.resolve(name).normalize();
      if (target.startsWith(root) && !target.equals(root) && !name.contains("\\")) {
        return target;
      }
    } catch (InvalidPathException e) {
      // told below
    }
    throw new CliException(
        ExitCode.LOCAL, "the file's name leads out of the folder: " + Words.clean(name));
  }
}
