package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;

/**
 * Writes one artifact: full chunks go to the database as they come, where nobody sees them before a
 * flush or the commit tells how many bytes there are.
 */
final class SqliteArtifactWriter implements ArtifactWriter {
  private static final int CHUNK = 256 * 1024;
  private static final long NONE = -1;

  private final ArtifactRows rows;
  private final ArtifactKey key;
  private final String mediaType;
  private final byte[] buffer = new byte[CHUNK];
  private int buffered;
  private long artifact = NONE;
  private long stored;
  private long flushed;
  private boolean shown;
  private boolean full;
  private boolean ended;

  SqliteArtifactWriter(ArtifactRows rows, ArtifactKey key, String mediaType) {
    this.rows = rows;
    this.key = key;
    this.mediaType = mediaType;
  }

  @Override
  public void append(byte[] bytes, int offset, int length) throws IOException {
    requireUsable();
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, CHUNK - buffered);
      System.arraycopy(bytes, offset + done, buffer, buffered, part);
      buffered += part;
      done += part;
      if (buffered == CHUNK) {
        spill();
      }
    }
  }

  private void requireUsable() throws IOException {
    if (ended || full) {
      throw new IOException("the writer of " + key + (full ? " found no room" : " is closed"));
    }
  }

  private void spill() throws IOException {
    try {
      if (artifact == NONE) {
        artifact = rows.add(key, mediaType);
      }
      if (buffered > 0) {
        rows.append(artifact, stored, buffer, buffered);
        stored += buffered;
        buffered = 0;
      }
    } catch (StoreFullException e) {
      full = true;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    requireUsable();
    spill();
    show("PART");
    shown = true;
  }

  private void show(String state) throws IOException {
    try {
      rows.show(artifact, key, state, stored);
      flushed = stored;
    } catch (StoreFullException e) {
      full = true;
      throw e;
    }
  }

  @Override
  public void commit() throws IOException {
    if (ended) {
      return;
    }
    requireUsable();
    spill();
    show("DONE");
    ended = true;
  }

  @Override
  public void abort() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    if (artifact != NONE) {
      rows.delete("id = ?1", artifact);
    }
  }

  @Override
  public void close() throws IOException {
    if (!shown) {
      abort();
    } else if (!ended) {
      ended = true;
      // what came after the last flush may end in the middle of something
      rows.truncate(artifact, flushed);
    }
  }
}
