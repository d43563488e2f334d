package dev.meetbot.war.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes sure, before anything is started, that the data directory can be used. */
final class DataDir {
  private DataDir() {}

  /** Creates the directory if it is missing and tries to write in it. */
  static void prepare(Path dir) throws StartException {
    try {
      Files.createDirectories(dir);
      Files.delete(Files.createTempFile(dir, ".probe", ""));
    } catch (IOException e) {
      throw new StartException("the data directory " + dir + " is not writable", e);
    }
  }
}
