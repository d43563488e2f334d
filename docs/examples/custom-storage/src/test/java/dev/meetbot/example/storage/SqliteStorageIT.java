package dev.meetbot.example.storage;

import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.DurableStorageContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** All that a storage must do; the tests are the contract's. */
final class SqliteStorageIT implements DurableStorageContract {
  @TempDir Path data;
  private StorageProvider storage;

  @BeforeEach
  void openStorage() {
    try {
      storage =
          new SqliteStoragePlugin()
              .open(new PluginSettings("meetbot.storage.sqlite.", data, Map.of()));
      storage.migrate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Override
  public StorageProvider storage() {
    return storage;
  }

  @Override
  public void reopen() {
    storage.close();
    openStorage();
  }
}
