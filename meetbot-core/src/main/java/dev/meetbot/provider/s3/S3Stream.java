package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads a range from one object after the other. A connection that breaks is opened again where it
 * broke, a few times in all. One thread.
 */
final class S3Stream extends InputStream {
  private static final int MAX_FAILURES = 3;

  /** Finds the bytes of an artifact. */
  @FunctionalInterface
  interface Source {
    /** Opens what begins at that position, at least one byte of it, perhaps not all. */
    ResponseInputStream<?> open(long position, long end) throws IOException;
  }

  private final Source source;
  private final long end;
  private long position;
  private @Nullable ResponseInputStream<?> current;
  private boolean fresh;
  private int failures;

  /**
   * @param opened what was opened at the range's beginning already; null for nothing
   */
  S3Stream(Source source, ByteRange range, @Nullable ResponseInputStream<?> opened) {
    this.source = source;
    this.position = range.offset();
    this.end = range.offset() + range.length();
    this.current = opened;
    this.fresh = true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    while (position < end) {
      ResponseInputStream<?> in = current;
      if (in == null) {
        in = source.open(position, end);
        current = in;
        fresh = true;
      }
      int got = tryToRead(in, bytes, offset, (int) Math.min(length, end - position));
      if (got > 0) {
        position += got;
        fresh = false;
        return got;
      }
    }
    return -1;
  }

  /** Returns 0 when the stream has no more and the next one must be opened. */
  private int tryToRead(ResponseInputStream<?> in, byte[] bytes, int offset, int length)
      throws IOException {
    try {
      int got = in.read(bytes, offset, length);
      if (got < 0) {
        if (fresh) {
          throw new EOFException("no byte at " + position + " of " + end);
        }
        in.close();
        current = null;
        return 0;
      }
      return got;
    } catch (IOException | SdkException e) {
      drop();
      if (++failures > MAX_FAILURES || Thread.currentThread().isInterrupted()) {
        throw new IOException("could not read on at " + position, e);
      }
      return 0;
    }
  }

  @Override
  public int available() throws IOException {
    return 0;
  }

  private void drop() {
    ResponseInputStream<?> in = current;
    current = null;
    if (in != null) {
      // closing would read all that is left
      in.abort();
    }
  }

  /** A second call does nothing. */
  @Override
  public void close() throws IOException {
    ResponseInputStream<?> in = current;
    if (position >= end && in != null && atEnd(in)) {
      current = null;
      in.close();
    }
    drop();
    position = end;
  }

  /** A connection whose answer was read to its end can be used again. */
  private static boolean atEnd(ResponseInputStream<?> in) {
    try {
      return in.read() < 0;
    } catch (IOException | SdkException e) {
      // all that was wanted is there
      return false;
    }
  }
}
