package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;

/** A part of an artifact, chunk by chunk. */
final class ChunkStream extends InputStream {
  private final ArtifactRows rows;
  private final long artifact;
  private final long end;
  private long position;
  private ArtifactRows.Chunk chunk = new ArtifactRows.Chunk(0, new byte[0]);

  ChunkStream(ArtifactRows rows, long artifact, ByteRange range) {
    this.rows = rows;
    this.artifact = artifact;
    position = range.offset();
    end = range.offset() + range.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    int from = fetch();
    int read = (int) Math.min(Math.min(length, end - position), chunk.data().length - from);
    System.arraycopy(chunk.data(), from, bytes, offset, read);
    position += read;
    return read;
  }

  /** Has the chunk at hand in which the position is; where it is in there. */
  private int fetch() throws IOException {
    long from = position - chunk.start();
    if (from < 0 || from >= chunk.data().length) {
      chunk = rows.chunkAt(artifact, position).orElseThrow(() -> gone());
      from = position - chunk.start();
      if (from >= chunk.data().length) {
        throw gone();
      }
    }
    return (int) from;
  }

  private static IOException gone() {
    return new IOException("the artifact was deleted or replaced while it was read");
  }
}
