package dev.meetbot.provider.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.StoreFullException;
import dev.meetbot.tck.DurableArtifactStoreContract;
import dev.meetbot.tck.FullStoreContract;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArtifactStoreIT implements DurableArtifactStoreContract, FullStoreContract {
  @TempDir Path folder;
  private FileArtifactStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = new FileArtifactStore(folder.resolve("recordings"), 0);
  }

  @Override
  public ArtifactStore store() {
    return store;
  }

  @Override
  public void reopen() throws IOException {
    openStore();
  }

  @Override
  public ArtifactStore storeWithRoomFor(long bytes) throws IOException {
    Path small = folder.resolve("small");
    return new FileArtifactStore(small, 1_000, () -> bytes + 1_000 - usedBy(small));
  }

  private static long usedBy(Path folder) throws IOException {
    AtomicLong used = new AtomicLong();
    FileTree.visit(folder, file -> used.addAndGet(Files.size(file)));
    return used.get();
  }

  @Test
  void finishedFilesHaveTheNamesOfTheirKeys() throws IOException {
    try (ArtifactWriter writer = store.open(AUDIO, "audio/webm")) {
      writer.append(new byte[] {1});
      writer.commit();
    }
    assertThat(folder.resolve("recordings/acme/job-1/audio.anna.webm"))
        .hasBinaryContent(new byte[] {1});
    assertThat(folder.resolve("recordings/acme/job-1")).isDirectoryNotContaining("glob:**~part*");
  }

  @Test
  void aDiskWithLessRoomThanMustStayFreeIsFull() throws IOException {
    ArtifactStore full = new FileArtifactStore(folder, Long.MAX_VALUE);
    assertThatExceptionOfType(StoreFullException.class)
        .isThrownBy(() -> full.open(AUDIO, "audio/webm"));
    assertThatExceptionOfType(StoreFullException.class).isThrownBy(full::ping);
  }

  /** Linux answers every write to this device as a full disk does. */
  @Test
  void theSystemsWordThatTheDiskIsFullIsUnderstood() throws IOException {
    ArtifactPath path = ArtifactPath.of(folder, AUDIO);
    FileChannel fullDevice = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    ArtifactWriter writer =
        new FileArtifactWriter(store, path, "audio/webm", path.open(0), fullDevice);
    writer.append(new byte[10]);
    assertThatExceptionOfType(StoreFullException.class)
        .isThrownBy(writer::flush)
        .withRootCauseInstanceOf(IOException.class);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> writer.append(new byte[1]))
        .withMessageContaining("found no room");
    writer.close();
  }

  @Test
  void aWriterThatNeverFlushedLeavesNoFile() throws IOException {
    try (ArtifactWriter writer = store.open(AUDIO, "audio/webm")) {
      writer.append(new byte[1_000_000]);
    }
    assertThat(usedBy(folder)).isZero();
  }

  @Test
  void whatADeadProcessLeftUnflushedIsInvisible() throws IOException {
    ArtifactWriter dead = store.open(AUDIO, "audio/webm");
    dead.append(new byte[1_000_000]);
    reopen();
    assertThat(store.list(JOB)).isEmpty();
    try (ArtifactWriter writer = store.open(AUDIO, "audio/webm")) {
      writer.append(new byte[3]);
      writer.commit();
    }
    assertThat(store.list(JOB)).extracting(ArtifactInfo::bytes).containsExactly(3L);
    store.delete(new ArtifactKey("acme"));
    assertThat(usedBy(folder)).isZero();
    dead.close();
  }
}
