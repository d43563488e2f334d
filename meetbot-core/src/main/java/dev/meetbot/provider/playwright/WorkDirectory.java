package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory that nobody else can write to: programs are started from it, and a directory of a
 * known name in a shared temporary directory could have been put there by another account.
 */
record WorkDirectory(Path path) {
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

  /** Makes the directory when it is not there, and checks whose it is. */
  static WorkDirectory prepare(Path path) {
    try {
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        create(path);
      }
      check(path);
      return new WorkDirectory(path);
    } catch (IOException e) {
      throw new BrowserException(
          "The work directory "
              + path
              + " cannot be used ("
              + e
              + "): set meetbot.browser.work-directory",
          e);
    }
  }

  private static void create(Path path) throws IOException {
    if (posix(path.toAbsolutePath().getParent())) {
      try {
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWN));
      } catch (java.nio.file.FileAlreadyExistsException e) {
        // another thread or process was first; whose it is gets checked next
      }
    } else {
      Files.createDirectories(path);
    }
  }

  private static void check(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = view.readAttributes();
    Set<PosixFilePermission> granted = attributes.permissions();
    boolean writableByOthers =
        granted.contains(PosixFilePermission.GROUP_WRITE)
            || granted.contains(PosixFilePermission.OTHERS_WRITE);
    if (!attributes.isDirectory()
        || writableByOthers
        || !attributes.owner().getName().equals(System.getProperty("user.name"))) {
      throw new IOException("it is not a directory that only this account can write to");
    }
  }

  private static boolean posix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /** A new, empty directory for one session. */
  WorkDirectory newSession() {
    try {
      return new WorkDirectory(Files.createTempDirectory(path, "s"));
    } catch (IOException e) {
      throw new BrowserException("No directory for the session's files: " + e, e);
    }
  }

  /** Removes a directory with all that is in it; one that is not there is fine. */
  static void remove(Path directory) {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A browser that is just ending may still be removing files itself.
      System.getLogger(WorkDirectory.class.getName())
          .log(System.Logger.Level.DEBUG, "Files are left in " + directory, e);
    }
  }
}
