package dev.meetbot.provider.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Walks through folders in which files come and go; symbolic links are not followed. */
final class FileTree {
  private FileTree() {}

  /** What is done with a file; when it is gone meanwhile that is fine. */
  @FunctionalInterface
  interface Visit {
    void file(Path file) throws IOException;
  }

  /** Visits all regular files below the folder; nothing when there is no such folder. */
  static void visit(Path folder, Visit visit) throws IOException {
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(folder, new Visitor(visit, false));
    }
  }

  /** Deletes the file or the folder with everything in it; nothing there is fine. */
  static void delete(Path fileOrFolder) throws IOException {
    if (Files.isDirectory(fileOrFolder)) {
      Files.walkFileTree(fileOrFolder, new Visitor(Files::deleteIfExists, true));
    } else {
      Files.deleteIfExists(fileOrFolder);
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Visit visit;
    private final boolean deleteFolders;

    Visitor(Visit visit, boolean deleteFolders) {
      this.visit = visit;
      this.deleteFolders = deleteFolders;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      try {
        visit.file(file);
      } catch (NoSuchFileException e) {
        // renamed or deleted since the folder was read
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (e != null) {
        throw e;
      }
      if (deleteFolders) {
        Files.deleteIfExists(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
