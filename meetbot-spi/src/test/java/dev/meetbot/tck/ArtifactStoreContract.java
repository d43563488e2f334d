package dev.meetbot.tck;

import static dev.meetbot.tck.ArtifactBytes.noise;
import static dev.meetbot.tck.ArtifactBytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactStore} must do. */
public interface ArtifactStoreContract extends ArtifactKeysContract {
  @Test
  default void aCommittedArtifactReadsBackByteForByte() throws IOException {
    byte[] bytes = noise(200_000, 1);
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm;codecs=opus")) {
      writer.append(bytes, 0, 7);
      writer.append(bytes, 7, 0);
      writer.append(bytes, 7, bytes.length - 7);
      writer.commit();
    }
    try (ArtifactContent content = store().read(AUDIO, ByteRange.ALL).orElseThrow()) {
      assertThat(content.stream().readAllBytes()).isEqualTo(bytes);
      assertThat(content.range()).isEqualTo(new ByteRange(0, bytes.length));
      ArtifactInfo info = content.info();
      assertThat(info.key()).isEqualTo(AUDIO);
      assertThat(info.mediaType()).isEqualTo("audio/webm;codecs=opus");
      assertThat(info.bytes()).isEqualTo(bytes.length);
      assertThat(info.committed()).isTrue();
      assertThat(info.modifiedAt()).isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }
  }

  @Test
  default void whatWasNeverWrittenIsNotThere() throws IOException {
    assertThat(store().read(AUDIO, ByteRange.ALL)).isEmpty();
    assertThat(store().list(JOB)).isEmpty();
    store().delete(JOB);
  }

  @Test
  default void anEmptyArtifactIsThereAndEmpty() throws IOException {
    write(AUDIO, new byte[0]);
    try (ArtifactContent content = store().read(AUDIO, ByteRange.ALL).orElseThrow()) {
      assertThat(content.stream().read()).isEqualTo(-1);
      assertThat(content.info().bytes()).isZero();
    }
    assertThat(store().list(JOB)).extracting(ArtifactInfo::bytes).containsExactly(0L);
  }

  @Test
  default void anArtifactInTheMakingReadsUpToItsLastFlush() throws IOException {
    byte[] chunk = noise(100_000, 2);
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(chunk);
      writer.flush();
      writer.append(chunk);
      assertThat(read(AUDIO)).isEqualTo(chunk);
      assertThat(store().list(JOB))
          .singleElement()
          .satisfies(
              info -> {
                assertThat(info.bytes()).isEqualTo(chunk.length);
                assertThat(info.committed()).isFalse();
                assertThat(info.mediaType()).isEqualTo("audio/webm");
              });
      writer.flush();
      assertThat(read(AUDIO)).hasSize(2 * chunk.length);
      writer.commit();
    }
    assertThat(read(AUDIO)).hasSize(2 * chunk.length);
    assertThat(store().list(JOB)).extracting(ArtifactInfo::committed).containsExactly(true);
  }

  @Test
  default void whatWasFlushedStaysWhenTheWriterIsClosedWithoutACommit() throws IOException {
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(text("flushed"));
      writer.flush();
    }
    assertThat(read(AUDIO)).isEqualTo(text("flushed"));
    try (ArtifactContent content = store().read(AUDIO, ByteRange.ALL).orElseThrow()) {
      assertThat(content.info().committed()).isFalse();
      assertThat(content.info().mediaType()).isEqualTo("audio/webm");
    }
  }

  @Test
  default void anAbortedArtifactLeavesNothing() throws IOException {
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(text("x"));
      writer.flush();
      writer.abort();
    }
    assertThat(store().read(AUDIO, ByteRange.ALL)).isEmpty();
    assertThat(store().list(JOB)).isEmpty();
  }

  @Test
  default void anAbortAfterTheCommitDoesNothing() throws IOException {
    ArtifactWriter writer = store().open(AUDIO, "audio/webm");
    writer.append(text("x"));
    writer.commit();
    writer.commit();
    writer.abort();
    writer.close();
    writer.close();
    assertThat(read(AUDIO)).isEqualTo(text("x"));
  }

  @Test
  default void nothingIsAppendedAfterTheCommit() throws IOException {
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(text("x"));
      writer.commit();
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.append(text("y")));
    }
    assertThat(read(AUDIO)).isEqualTo(text("x"));
  }

  @Test
  default void aCommitReplacesTheOlderArtifactAndItsMediaType() throws IOException {
    write(AUDIO, text("the older, longer one"));
    try (ArtifactWriter writer = store().open(AUDIO, "audio/ogg")) {
      assertThat(read(AUDIO)).isEqualTo(text("the older, longer one"));
      writer.append(text("newer"));
      writer.commit();
    }
    assertThat(read(AUDIO)).isEqualTo(text("newer"));
    assertThat(store().list(JOB)).extracting(ArtifactInfo::mediaType).containsExactly("audio/ogg");
  }

  @Test
  default void anAbortedReplacementLeavesTheOlderArtifact() throws IOException {
    write(AUDIO, text("older"));
    try (ArtifactWriter writer = store().open(AUDIO, "audio/ogg")) {
      writer.append(text("newer"));
      writer.abort();
    }
    assertThat(read(AUDIO)).isEqualTo(text("older"));
    assertThat(store().list(JOB))
        .extracting(ArtifactInfo::mediaType)
        .containsExactly("application/octet-stream");
  }

  @Test
  default void aFlushedArtifactWithoutACommitStaysUntilItsReplacementIsFlushed()
      throws IOException {
    try (ArtifactWriter lost = store().open(AUDIO, "audio/webm")) {
      lost.append(text("lost"));
      lost.flush();
    }
    try (ArtifactWriter writer = store().open(AUDIO, "audio/webm")) {
      writer.append(text("found again"));
      assertThat(read(AUDIO)).isEqualTo(text("lost"));
      writer.commit();
    }
    assertThat(read(AUDIO)).isEqualTo(text("found again"));
    assertThat(store().list(JOB)).extracting(ArtifactInfo::committed).containsExactly(true);
  }

  @Test
  default void aPartCanBeRead() throws IOException {
    write(AUDIO, text("0123456789"));
    assertThat(read(AUDIO, new ByteRange(0, 3))).isEqualTo(text("012"));
    assertThat(read(AUDIO, new ByteRange(4, 2))).isEqualTo(text("45"));
    assertThat(read(AUDIO, new ByteRange(8, 100))).isEqualTo(text("89"));
    assertThat(read(AUDIO, new ByteRange(10, 5))).isEmpty();
    assertThat(read(AUDIO, new ByteRange(11, 5))).isEmpty();
    assertThat(read(AUDIO, new ByteRange(3, 0))).isEmpty();
    try (ArtifactContent part = store().read(AUDIO, new ByteRange(8, 100)).orElseThrow()) {
      assertThat(part.range()).isEqualTo(new ByteRange(8, 2));
      assertThat(part.info().bytes()).isEqualTo(10);
    }
  }

  @Test
  default void aBigArtifactIsReadInPieces() throws IOException {
    int pieces = 40;
    byte[] piece = noise(1 << 20, 3);
    try (ArtifactWriter writer = store().open(AUDIO, "video/webm")) {
      for (int i = 0; i < pieces; i++) {
        piece[0] = (byte) i;
        writer.append(piece);
        if (i % 10 == 0) {
          writer.flush();
        }
      }
      writer.commit();
    }
    assertThat(store().list(JOB).get(0).bytes()).isEqualTo((long) pieces << 20);
    for (int i : new int[] {0, 1, 17, pieces - 1}) {
      byte[] read = read(AUDIO, new ByteRange((long) i << 20, 1 << 20));
      piece[0] = (byte) i;
      assertThat(read).isEqualTo(piece);
    }
  }

  @Test
  default void manyArtifactsAreWrittenAtOnce() {
    List<ArtifactKey> keys =
        Race.run(
            12,
            i ->
                () -> {
                  ArtifactKey key = JOB.resolve("track-" + i);
                  byte[] chunk = noise(5_000, i);
                  try (ArtifactWriter writer = store().open(key, "audio/webm")) {
                    for (int round = 0; round < 20; round++) {
                      writer.append(chunk);
                      writer.flush();
                      assertThat(store().list(JOB)).isNotEmpty();
                    }
                    writer.commit();
                  }
                  return key;
                });
    assertThat(keys)
        .allSatisfy(
            key -> {
              byte[] all = read(key);
              byte[] chunk = noise(5_000, keys.indexOf(key));
              assertThat(all).hasSize(100_000).startsWith(chunk).endsWith(chunk);
            });
  }

  @Test
  default void anOpenStoreAnswersAPingAndClosesTwice() throws IOException {
    store().ping();
    store().close();
    assertThatCode(() -> store().close()).doesNotThrowAnyException();
  }

  private void write(ArtifactKey key, byte[] bytes) throws IOException {
    ArtifactBytes.write(store(), key, bytes);
  }

  private byte[] read(ArtifactKey key) throws IOException {
    return read(key, ByteRange.ALL);
  }

  private byte[] read(ArtifactKey key, ByteRange range) throws IOException {
    return ArtifactBytes.read(store(), key, range);
  }
}
