package dev.meetbot.example.storage;

import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.storage.StoragePlugin;
import dev.meetbot.spi.storage.StorageProvider;
import java.io.IOException;

/** {@code meetbot.storage.provider=sqlite}; the setting {@code file} tells where. */
public final class SqliteStoragePlugin implements StoragePlugin {
  @Override
  public String id() {
    return "sqlite";
  }

  @Override
  public StorageProvider open(PluginSettings settings) throws IOException {
    return SqliteStorage.open(DatabaseFile.of(settings, "sqlite/meetbot.db"));
  }
}
