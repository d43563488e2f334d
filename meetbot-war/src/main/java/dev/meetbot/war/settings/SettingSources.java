package dev.meetbot.war.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings as texts, from wherever they were given. A system property goes before the
 * environment, the environment before the file.
 */
public final class SettingSources {
  /** Name of the file in the data directory. */
  public static final String FILE = "meetbot.properties";

  private final Map<String, String> properties;
  private final Map<String, String> environment;

  public SettingSources(Map<String, String> properties, Map<String, String> environment) {
    this.properties = Map.copyOf(properties);
    this.environment = Map.copyOf(environment);
  }

  /** The process's own properties and environment. */
  public static SettingSources ofProcess() {
    Map<String, String> properties = new HashMap<>();
    Properties system = System.getProperties();
    system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name)));
    return new SettingSources(properties, System.getenv());
  }

  /**
   * What was given.
   *
   * @param values texts, stripped; a setting that was not given, or given empty, is not there
   * @param plugins the settings of each chosen plugin, by their names after its prefix
   * @param warnings one line for each name that begins like a setting but is none
   */
  public record Given(
      Map<SettingKey, String> values,
      Map<PlugPoint, Map<String, String>> plugins,
      List<String> warnings) {
    public Given {
      values = Map.copyOf(values);
      plugins = Map.copyOf(plugins);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads all sources; the file is looked for in the data directory.
   *
   * @param defaultData the data directory when none was given
   */
  public Given read(Path defaultData) throws IOException {
    String data = outside(SettingKey.DATA);
    Path file = (data == null ? defaultData : Path.of(data.strip())).resolve(FILE);
    Map<String, String> inFile = load(file);
    Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    for (SettingKey key : SettingKey.values()) {
      String outside = outside(key);
      String text = outside == null ? inFile.get(key.property()) : outside;
      if (text != null && !text.isBlank()) {
        values.put(key, text.strip());
      }
    }
    Map<PlugPoint, Map<String, String>> plugins = new EnumMap<>(PlugPoint.class);
    List<String> prefixes = new ArrayList<>();
    for (PlugPoint point : PlugPoint.values()) {
      String id = point.chosen(values);
      if (!point.bundled().contains(id)) {
        prefixes.add(point.prefix(id));
        plugins.put(point, new PluginTexts(point, id).of(inFile, environment, properties));
      }
    }
    List<String> warnings = new ArrayList<>(unknown(properties, prefixes, "system property"));
    warnings.addAll(unknown(inFile, prefixes, file.toString()));
    return new Given(values, plugins, warnings);
  }

  private @Nullable String outside(SettingKey key) {
    String property = properties.get(key.property());
    return property == null ? environment.get(key.variable()) : property;
  }

  private static Map<String, String> load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Properties loaded = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      loaded.load(reader);
    }
    Map<String, String> texts = new HashMap<>();
    loaded.stringPropertyNames().forEach(name -> texts.put(name, loaded.getProperty(name)));
    return texts;
  }

  /** In the environment only known names count: others' variables may begin alike. */
  private static List<String> unknown(
      Map<String, String> source, List<String> ofPlugins, String where) {
    return new TreeSet<>(source.keySet())
        .stream()
            .filter(name -> name.startsWith(SettingKey.PREFIX))
            .filter(name -> SettingKey.find(name).isEmpty())
            .filter(name -> ofPlugins.stream().noneMatch(name::startsWith))
            .map(name -> "unknown setting " + name + " (" + where + "): ignored")
            .toList();
  }
}
