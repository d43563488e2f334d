package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** For an artifact store whose room can be made small. */
public interface FullStoreContract {
  /** A new, empty store with room for about that many bytes. */
  ArtifactStore storeWithRoomFor(long bytes) throws IOException;

  @Test
  default void aFullStoreSaysSoAndKeepsWhatWasFlushed() throws IOException {
    ArtifactKey key = new ArtifactKey("acme/job-1/audio.webm");
    byte[] chunk = new byte[100_000];
    try (ArtifactStore store = storeWithRoomFor(1_000_000)) {
      int flushed = 0;
      try (ArtifactWriter writer = store.open(key, "audio/webm")) {
        boolean full = false;
        while (!full) {
          assertThat(flushed).as("chunks in a store with room for ten").isLessThan(20);
          try {
            writer.append(chunk);
            writer.flush();
            flushed++;
          } catch (StoreFullException e) {
            full = true;
          }
        }
        assertThat(flushed).isGreaterThanOrEqualTo(5);
        assertThat(sizeOf(store, key)).isEqualTo((long) flushed * chunk.length);
      }
      assertThat(sizeOf(store, key)).isEqualTo((long) flushed * chunk.length);
    }
  }

  @Test
  default void aFullStoreTakesBytesAgainWhenSomethingWasDeleted() throws IOException {
    try (ArtifactStore store = storeWithRoomFor(1_000_000)) {
      ArtifactKey big = new ArtifactKey("acme/job-1/big");
      ArtifactKey other = new ArtifactKey("acme/job-1/other");
      write(store, big, 700_000);
      assertThatExceptionOfType(StoreFullException.class)
          .isThrownBy(() -> write(store, other, 700_000));
      store.delete(big);
      store.delete(other);
      write(store, other, 700_000);
      assertThat(sizeOf(store, other)).isEqualTo(700_000);
    }
  }

  private static void write(ArtifactStore store, ArtifactKey key, int bytes) throws IOException {
    try (ArtifactWriter writer = store.open(key, "audio/webm")) {
      writer.append(new byte[bytes]);
      writer.commit();
    }
  }

  private static long sizeOf(ArtifactStore store, ArtifactKey key) throws IOException {
    try (ArtifactContent content = store.read(key, ByteRange.ALL).orElseThrow()) {
      assertThat(content.stream().readAllBytes()).hasSize((int) content.info().bytes());
      return content.info().bytes();
    }
  }
}
