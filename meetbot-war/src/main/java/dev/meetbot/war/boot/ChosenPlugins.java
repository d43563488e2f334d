package dev.meetbot.war.boot;

import dev.meetbot.spi.plugin.Plugin;
import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.war.settings.PlugPoint;
import dev.meetbot.war.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Opens the plugins that the settings name instead of what is bundled. */
final class ChosenPlugins {
  private final Plugins plugins;
  private final Map<PlugPoint, String> ids;
  private final Map<PlugPoint, Map<String, String>> values;
  private final Path data;

  /**
   * @param ids which one was chosen for each plug point
   * @param values the settings of each chosen plugin
   * @param data the server's data directory
   */
  ChosenPlugins(
      Plugins plugins,
      Map<PlugPoint, String> ids,
      Map<PlugPoint, Map<String, String>> values,
      Path data) {
    this.plugins = plugins;
    this.ids = ids;
    this.values = values;
    this.data = data;
  }

  /** The id that was chosen. */
  String id(PlugPoint point) {
    return ids.get(point);
  }

  /**
   * What the chosen plugin opens; empty when a bundled one was chosen.
   *
   * @throws SettingsException when nothing or more than one thing has that id, or when the plugin
   *     does not like its settings
   * @throws IOException when the plugin cannot reach what it needs
   */
  <T, P extends Plugin<T>> Optional<T> open(PlugPoint point, Class<P> type) throws IOException {
    Map<String, P> found = found(point, type);
    String id = id(point);
    if (point.bundled().contains(id)) {
      return Optional.empty();
    }
    P plugin = found.get(id);
    if (plugin == null) {
      throw wrong(
          point,
          "there is no \""
              + id
              + "\"; bundled: "
              + new TreeSet<>(point.bundled())
              + ", plugins: "
              + found.keySet()
              + " in the jars "
              + plugins.jars());
    }
    PluginSettings settings =
        new PluginSettings(point.prefix(id), data, values.getOrDefault(point, Map.of()));
    try {
      return Optional.of(plugin.open(settings));
    } catch (PluginSettingException e) {
      throw new SettingsException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private <T, P extends Plugin<T>> Map<String, P> found(PlugPoint point, Class<P> type) {
    Map<String, P> found = new TreeMap<>();
    for (P plugin : plugins.all(type)) {
      P other = found.put(plugin.id(), plugin);
      if (other != null || point.bundled().contains(plugin.id())) {
        String first = other == null ? "what is bundled" : other.getClass().getName();
        throw wrong(
            point,
            "two have the id \""
                + plugin.id()
                + "\": "
                + first
                + " and "
                + plugin.getClass().getName()
                + "; jars: "
                + plugins.jars());
      }
    }
    return found;
  }

  private static SettingsException wrong(PlugPoint point, String what) {
    return new SettingsException(List.of(point.setting().property() + ": " + what));
  }
}
