package dev.meetbot.lab.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk on which recordings are kept; in a mount namespace of our own it is a small one. */
final class Disk implements AutoCloseable {
  private static final String SIZE = "size=1500m";
  private static final int BLOCK = 1 << 20;

  private final Path path;
  private final boolean own;

  private Disk(Path path, boolean own) {
    this.path = path;
    this.own = own;
  }

  static Disk at(Path path, boolean own) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (own) {
      Shell.run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", path.toString());
    }
    return new Disk(path, own);
  }

  Path path() {
    return path;
  }

  private Path ballast() {
    return path.resolve("ballast");
  }

  /** Writes until there is no room. */
  void fill() {
    if (!own) {
      throw new IllegalStateException("this disk is not ours to fill");
    }
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      System.getLogger(Disk.class.getName()).log(System.Logger.Level.DEBUG, "it is full", full);
    }
  }

  /** Makes room again. */
  void free() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (own) {
      Shell.run("umount", "-l", path.toString());
    }
  }
}
