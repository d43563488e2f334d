package dev.meetbot.provider.memory;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects bytes and shows them to the store at each flush. */
final class MemoryWriter implements ArtifactWriter {
  private final MemoryArtifactStore store;
  private final ArtifactKey key;
  private final String mediaType;
  private final @Nullable MemoryArtifact older;
  private byte[] bytes = new byte[8192];
  private int length;
  private boolean shown;
  private boolean ended;

  MemoryWriter(MemoryArtifactStore store, ArtifactKey key, String mediaType) {
    this.store = store;
    this.key = key;
    this.mediaType = mediaType;
    MemoryArtifact present = store.find(key);
    // an uncommitted one is not worth coming back to once this one was flushed
    older = present != null && present.committed() ? present : null;
  }

  @Override
  public void append(byte[] from, int offset, int count) throws IOException {
    requireOpen();
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), 2 * bytes.length));
    }
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  private void requireOpen() throws IOException {
    if (ended) {
      throw new IOException("the writer of " + key + " is closed");
    }
  }

  @Override
  public void flush() throws IOException {
    requireOpen();
    show(false);
  }

  private void show(boolean committed) throws IOException {
    store.put(
        key, new MemoryArtifact(mediaType, bytes, length, committed, store.clock().instant()));
    shown = true;
  }

  @Override
  public void commit() throws IOException {
    if (!ended) {
      show(true);
      ended = true;
    }
  }

  @Override
  public void abort() {
    if (!ended) {
      ended = true;
      if (shown) {
        store.restore(key, older);
      }
    }
  }

  @Override
  public void close() {
    ended = true;
  }
}
