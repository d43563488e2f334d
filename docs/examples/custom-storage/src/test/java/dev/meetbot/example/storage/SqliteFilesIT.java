package dev.meetbot.example.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.tck.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** What is this plugin's own: its files and settings. */
final class SqliteFilesIT {
  private static final ArtifactKey KEY = new ArtifactKey("acme/job-1/video.webm");

  @TempDir Path data;

  @Test
  void theFilesAreWhereTheSettingsSay() throws IOException {
    open(Map.of()).close();
    open(Map.of("file", "elsewhere/a.db")).close();
    new SqliteStoragePlugin()
        .open(new PluginSettings("meetbot.storage.sqlite.", data, Map.of()))
        .close();
    assertThat(data.resolve("sqlite/artifacts.db")).isRegularFile();
    assertThat(data.resolve("elsewhere/a.db")).isRegularFile();
    assertThat(data.resolve("sqlite/meetbot.db")).exists();
  }

  @Test
  void aLimitThatIsNoNumberIsNamed() {
    assertThatExceptionOfType(PluginSettingException.class)
        .isThrownBy(() -> open(Map.of("max-bytes", "plenty")))
        .withMessageContaining("meetbot.artifacts.sqlite.max-bytes")
        .withMessageNotContaining("plenty");
  }

  @Test
  void aFileThatIsNoDatabaseIsAnErrorThatNamesIt() throws IOException {
    Path file = Files.writeString(data.resolve("letter.db"), "Dear reader, ".repeat(100));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> SqliteStorage.open(file))
        .withMessageContaining(file.toString());
  }

  @Test
  void aFileOfALaterVersionIsNotTouched() throws Exception {
    Path file = data.resolve("later.db");
    try (Database database = new Database(file, SynchronousMode.FULL)) {
      database.execute("pragma user_version = 99");
    }
    try (SqliteStorage storage = SqliteStorage.open(file)) {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(storage::migrate)
          .withMessageContaining("version 99");
    }
  }

  @Test
  void aClosedStorageSaysSo() throws IOException {
    SqliteStorage storage = SqliteStorage.open(data.resolve("closed.db"));
    storage.migrate();
    storage.close();
    assertThatExceptionOfType(StorageException.class).isThrownBy(storage::ping);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.tenants().isEmpty())
        .withMessageContaining("closed");
  }

  @Test
  void aReaderOfWhatIsDeletedMeanwhileGetsAnErrorAndNoOtherBytes() throws IOException {
    try (ArtifactStore store = open(Map.of())) {
      write(store, 1_000_000);
      try (ArtifactContent content = store.read(KEY, ByteRange.ALL).orElseThrow()) {
        content.stream().readNBytes(10);
        store.delete(KEY);
        write(store, 1_000_000);
        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> content.stream().readAllBytes())
            .withMessageContaining("deleted or replaced");
      }
    }
  }

  @Test
  void aWriterWhoseArtifactIsDeletedCannotCommitIt() throws IOException {
    try (ArtifactStore store = open(Map.of());
        ArtifactWriter writer = store.open(KEY, "video/webm")) {
      writer.append(new byte[9]);
      writer.flush();
      store.delete(KEY);
      assertThatExceptionOfType(IOException.class).isThrownBy(writer::commit);
      assertThat(store.read(KEY, ByteRange.ALL)).isEmpty();
    }
  }

  @Test
  void whatADeadProcessHadNotFlushedIsForgottenAfterADay() throws Exception {
    Path file = data.resolve("left.db");
    ManualClock clock = ManualClock.startingAnyTime();
    ArtifactStore dead = SqliteArtifacts.open(file, Long.MAX_VALUE, clock);
    dead.open(KEY, "video/webm").append(new byte[1_000_000]);
    clock.elapse(Duration.ofHours(23));
    SqliteArtifacts.open(file, Long.MAX_VALUE, clock).close();
    assertThat(chunksIn(file)).isPositive();
    clock.elapse(Duration.ofHours(2));
    SqliteArtifacts.open(file, Long.MAX_VALUE, clock).close();
    assertThat(chunksIn(file)).isZero();
    dead.close();
  }

  private static int chunksIn(Path file) throws SQLException {
    try (Database database = new Database(file, SynchronousMode.NORMAL)) {
      return database.<Integer>read(
          c -> Sql.first(c, row -> row.getInt(1), "select count(*) from chunk").orElseThrow());
    }
  }

  private static void write(ArtifactStore store, int bytes) throws IOException {
    try (ArtifactWriter writer = store.open(KEY, "video/webm")) {
      writer.append(new byte[bytes]);
      writer.commit();
    }
  }

  private ArtifactStore open(Map<String, String> settings) throws IOException {
    return new SqliteArtifactsPlugin()
        .open(new PluginSettings("meetbot.artifacts.sqlite.", data, settings));
  }
}
