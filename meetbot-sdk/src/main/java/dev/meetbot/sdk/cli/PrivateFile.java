package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A file with secrets, which nobody else may read at any moment. Where the system knows no such
 * permissions, those of the folder count.
 */
record PrivateFile(Path path) {
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  /** What is in it; empty when there is no file. A file that others may read is refused. */
  Optional<String> read() {
    try {
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (isPosix() && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
        throw new CliException(
            ExitCode.LOCAL, path + " can be used by others: run chmod 600 " + path);
      }
      return Optional.of(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the place of what was there, as a whole or not at all. */
  void write(String text) {
    Path target = path.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent(), mode("rwx------"));
      Path draft =
          Files.createTempFile(
              target.getParent(), "." + target.getFileName(), ".new", mode("rw-------"));
      try {
        Files.writeString(draft, text, options());
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenOption[] options() {
    return new OpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING};
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
