package dev.meetbot.spi.plugin;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a plugin is told by the server that opens it.
 *
 * @param prefix what the full names of its settings begin with, for example {@code
 *     meetbot.storage.sqlite.}
 * @param directory the server's data directory; it is there. A plugin that keeps files makes a
 *     folder of its own in it, or takes a setting
 * @param values its settings by their names after the prefix, for example {@code file}; stripped,
 *     never empty. A value given as {@code @/path} is what that file holds
 */
public record PluginSettings(String prefix, Path directory, Map<String, String> values) {
  public PluginSettings {
    values = Map.copyOf(values);
  }

  /** The setting of that name; empty when it was not given. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The setting of that name.
   *
   * @throws PluginSettingException when it was not given
   */
  public String require(String name) {
    return find(name)
        .orElseThrow(() -> new PluginSettingException("setting " + prefix + name + " is missing"));
  }

  /** Without the values, which may be secrets. */
  @Override
  public String toString() {
    return "PluginSettings[" + prefix + values.keySet() + "]";
  }
}
