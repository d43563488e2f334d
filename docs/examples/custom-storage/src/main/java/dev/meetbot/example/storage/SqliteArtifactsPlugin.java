package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactStorePlugin;
import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import java.io.IOException;
import java.time.InstantSource;

/**
 * {@code meetbot.artifacts.provider=sqlite}; the setting {@code file} tells where, {@code
 * max-bytes} how large the file may grow.
 */
public final class SqliteArtifactsPlugin implements ArtifactStorePlugin {
  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public ArtifactStore open(PluginSettings settings) throws IOException {
    return SqliteArtifacts.open(
        DatabaseFile.of(settings, "sqlite/artifacts.db"),
        maxBytes(settings),
        InstantSource.system());
  }

  private static long maxBytes(PluginSettings settings) {
    String text = settings.find("max-bytes").orElse(Long.toString(Long.MAX_VALUE));
    try {
      long bytes = Long.parseLong(text);
      if (bytes > 0) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      // said below, without the value
    }
    throw new PluginSettingException(
        "setting " + settings.prefix() + "max-bytes must be a number of bytes, more than 0");
  }
}
