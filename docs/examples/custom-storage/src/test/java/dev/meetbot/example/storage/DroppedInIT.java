package dev.meetbot.example.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.ArtifactStorePlugin;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.storage.StoragePlugin;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.PluginFolder;
import dev.meetbot.tck.TestJobs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that the build made, with nothing else but what a server has. */
final class DroppedInIT {
  @Test
  void theFolderHoldsAllThatThePluginNeeds(@TempDir Path data) throws Exception {
    try (PluginFolder folder = PluginFolder.open(Path.of("target/plugin"))) {
      assertThat(folder.all(ArtifactStorePlugin.class))
          .extracting(ArtifactStorePlugin::id)
          .containsExactly("sqlite");
      StoragePlugin plugin = folder.all(StoragePlugin.class).get(0);
      assertThat(plugin.getClass()).isNotEqualTo(SqliteStoragePlugin.class);
      PluginSettings settings = new PluginSettings("meetbot.storage.sqlite.", data, Map.of());
      try (StorageProvider storage = plugin.open(settings)) {
        storage.migrate();
        storage.jobs().insert(TestJobs.created(TestJobs.aJob()));
        assertThat(storage.jobs().find(TestJobs.aJob().id())).contains(TestJobs.aJob());
      }
    }
  }
}
