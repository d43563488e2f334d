package dev.meetbot.example.storage;

import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a plugin's file is. */
final class DatabaseFile {
  private DatabaseFile() {}

  /**
   * The setting {@code file}, or that one in the server's data directory; a relative one is in
   * there too. Its folder is made.
   */
  static Path of(PluginSettings settings, String otherwise) throws IOException {
    try {
      Path file =
          settings.directory().resolve(settings.find("file").orElse(otherwise)).toAbsolutePath();
      Files.createDirectories(file.getParent());
      return file;
    } catch (InvalidPathException e) {
      throw new PluginSettingException("setting " + settings.prefix() + "file is not a file name");
    }
  }
}
