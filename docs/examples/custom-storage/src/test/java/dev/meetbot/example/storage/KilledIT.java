package dev.meetbot.example.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.tck.TestJobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the midst of storing (SIGKILL) loses nothing that it said it has. */
@Timeout(60)
final class KilledIT {
  static final ArtifactKey AUDIO = new ArtifactKey("acme/job-1/audio.webm");
  private static final int ENOUGH = 40;
  private static final int CHUNK = 10_000;

  @TempDir Path folder;

  static byte[] bytes(int number) {
    byte[] bytes = new byte[CHUNK];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  @Test
  void whatWasStoredSurvivesTheKillOfItsProcess() throws Exception {
    int said = storeAndKill();
    assertThat(said).isGreaterThanOrEqualTo(ENOUGH);

    try (SqliteStorage storage = SqliteStorage.open(folder.resolve("meetbot.db"))) {
      storage.migrate();
      for (int number = 1; number <= said; number++) {
        assertThat(storage.jobs().find(TestJobs.jobId(number)))
            .contains(TestJobs.aQueuedJob(number));
      }
      assertThat(storage.outbox().pendingCount()).isGreaterThanOrEqualTo(said);
    }
    assertThatTheBytesAreThere(said);
  }

  private void assertThatTheBytesAreThere(int said) throws IOException {
    try (ArtifactStore artifacts =
            SqliteArtifacts.open(
                folder.resolve("artifacts.db"), Long.MAX_VALUE, InstantSource.system());
        ArtifactContent content = artifacts.read(AUDIO, ByteRange.ALL).orElseThrow()) {
      assertThat(content.info().committed()).isFalse();
      assertThat(content.info().bytes()).isGreaterThanOrEqualTo((long) said * CHUNK);
      for (int number = 1; number <= said; number++) {
        assertThat(content.stream().readNBytes(CHUNK)).isEqualTo(bytes(number));
      }
    }
  }

  /** The last number that the process said before it was killed. */
  private int storeAndKill() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoreUntilKilled.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    int last = 0;
    try (BufferedReader said = process.inputReader()) {
      for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
        last = Integer.parseInt(line);
        if (last == ENOUGH) {
          // by its handle: the process itself would close the stream that is read here
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}
