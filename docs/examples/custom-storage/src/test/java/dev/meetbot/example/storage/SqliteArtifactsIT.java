package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.tck.DurableArtifactStoreContract;
import dev.meetbot.tck.FullStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** All that an artifact store must do; the tests are the contracts'. */
final class SqliteArtifactsIT implements DurableArtifactStoreContract, FullStoreContract {
  @TempDir Path data;
  private final List<ArtifactStore> opened = new ArrayList<>();

  @BeforeEach
  void openStore() throws IOException {
    reopen();
  }

  @AfterEach
  void closeStores() {
    opened.forEach(ArtifactStore::close);
  }

  @Override
  public ArtifactStore store() {
    return opened.get(opened.size() - 1);
  }

  /** The one before stays open, as that of a process that hangs. */
  @Override
  public void reopen() throws IOException {
    opened.add(open(Map.of()));
  }

  @Override
  public ArtifactStore storeWithRoomFor(long bytes) throws IOException {
    ArtifactStore small = open(Map.of("file", "small.db", "max-bytes", Long.toString(bytes)));
    opened.add(small);
    return small;
  }

  private ArtifactStore open(Map<String, String> settings) throws IOException {
    return new SqliteArtifactsPlugin()
        .open(new PluginSettings("meetbot.artifacts.sqlite.", data, settings));
  }
}
