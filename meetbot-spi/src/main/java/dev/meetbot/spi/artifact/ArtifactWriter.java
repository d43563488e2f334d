package dev.meetbot.spi.artifact;

import java.io.Closeable;
import java.io.IOException;

/**
 * An artifact in the making; used by one thread at a time.
 *
 * <p>After a {@link StoreFullException} everything flushed before stays readable, and the writer
 * can only be closed.
 */
public interface ArtifactWriter extends Closeable {
  /** Adds bytes at the end. */
  void append(byte[] bytes, int offset, int length) throws IOException;

  /** Adds all the bytes at the end. */
  default void append(byte[] bytes) throws IOException {
    append(bytes, 0, bytes.length);
  }

  /** Returns when everything appended so far would survive the end of this process. */
  void flush() throws IOException;

  /** Makes the artifact final; nothing can be appended after it. A second call does nothing. */
  void commit() throws IOException;

  /** Throws the artifact away; after a commit it does nothing. */
  void abort() throws IOException;

  /** Without a commit or abort before, what was flushed stays. A second call does nothing. */
  @Override
  void close() throws IOException;
}
