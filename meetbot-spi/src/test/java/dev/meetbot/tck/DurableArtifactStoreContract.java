package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** For an artifact store that outlives its process. */
public interface DurableArtifactStoreContract extends ArtifactStoreContract {
  /** Opens another store over the same place, which {@link #store} then gives. */
  void reopen() throws IOException;

  @Test
  default void finishedAndUnfinishedArtifactsAreThereAfterReopening() throws IOException {
    ArtifactKey finished = JOB.resolve("finished.txt");
    ArtifactKey unfinished = JOB.resolve("unfinished.txt");
    try (ArtifactWriter writer = store().open(finished, "text/plain")) {
      writer.append(new byte[] {1, 2, 3});
      writer.commit();
    }
    // left open on purpose, as by a process that dies
    ArtifactWriter left = store().open(unfinished, "text/css");
    try (left) {
      left.append(new byte[] {4, 5});
      left.flush();

      reopen();

      assertThat(bytesOf(finished)).containsExactly(1, 2, 3);
      assertThat(bytesOf(unfinished)).containsExactly(4, 5);
      assertThat(store().list(JOB))
          .extracting(ArtifactInfo::key, ArtifactInfo::mediaType, ArtifactInfo::committed)
          .containsExactly(
              tuple(finished, "text/plain", true), tuple(unfinished, "text/css", false));
    }
  }

  @Test
  default void anUnfinishedArtifactCanBeReplacedAfterReopening() throws IOException {
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(new byte[] {1, 2, 3});
      writer.flush();
    }
    reopen();
    try (ArtifactWriter writer = store().open(AUDIO, "audio/ogg")) {
      writer.append(bytesOf(AUDIO));
      writer.append(new byte[] {4});
      writer.commit();
    }
    assertThat(bytesOf(AUDIO)).containsExactly(1, 2, 3, 4);
    assertThat(store().list(JOB)).hasSize(1);
  }

  private byte[] bytesOf(ArtifactKey key) throws IOException {
    try (ArtifactContent content = store().read(key, ByteRange.ALL).orElseThrow()) {
      return content.stream().readAllBytes();
    }
  }
}
