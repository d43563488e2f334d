package dev.meetbot.war.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of one chosen plugin, which only the plugin knows. */
final class PluginTexts {
  private final String prefix;
  private final String variablePrefix;
  private final Map<String, String> found = new HashMap<>();

  PluginTexts(PlugPoint point, String id) {
    prefix = point.prefix(id);
    variablePrefix = point.variablePrefix(id);
  }

  /**
   * Takes those of the file, then of the environment, then the system properties: the last wins.
   */
  Map<String, String> of(
      Map<String, String> file, Map<String, String> environment, Map<String, String> properties) {
    take(file);
    environment.forEach(
        (name, text) -> {
          if (name.startsWith(variablePrefix)) {
            String rest = name.substring(variablePrefix.length());
            put(rest.toLowerCase(Locale.ROOT).replace('_', '-'), text);
          }
        });
    take(properties);
    return Map.copyOf(found);
  }

  private void take(Map<String, String> texts) {
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(prefix)) {
            put(name.substring(prefix.length()), text);
          }
        });
  }

  private void put(String name, String text) {
    if (!text.isBlank()) {
      found.put(name, value(name, text.strip()));
    }
  }

  /** As it is, or what is in the file that {@code @} and a path name. */
  private String value(String name, String text) {
    if (!text.startsWith("@")) {
      return text;
    }
    try {
      return Files.readString(Path.of(text.substring(1))).strip();
    } catch (IOException | InvalidPathException e) {
      throw new SettingsException(
          List.of(prefix + name + " names a file that cannot be read: " + e));
    }
  }
}
