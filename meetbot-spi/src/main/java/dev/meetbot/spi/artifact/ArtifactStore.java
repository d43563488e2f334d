package dev.meetbot.spi.artifact;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Bytes at rest. Thread-safe; all methods may block on I/O. What was flushed to a writer survives a
 * killed process and is readable under its key even when it was never committed.
 */
public interface ArtifactStore extends AutoCloseable {
  /**
   * Starts an artifact. An older one under the key stays readable until this one's first flush or
   * its commit, whichever the store does, and is replaced by the commit. A key is either an
   * artifact or the prefix of others, not both.
   *
   * @throws StoreFullException when there is no room
   */
  ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException;

  /**
   * The bytes under the key, or a part of them; empty when there are none. An artifact that is
   * still being written reads up to its last flush.
   */
  Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException;

  /**
   * What lies below the prefix, at any depth, sorted by key; empty when nothing does. The artifact
   * of the prefix itself is not below it.
   */
  List<ArtifactInfo> list(ArtifactKey prefix) throws IOException;

  /** Deletes the artifact of that key and everything below it; nothing there is fine. */
  void delete(ArtifactKey prefix) throws IOException;

  /** Throws when the store cannot take bytes at this moment; for readiness checks. */
  void ping() throws IOException;

  /** A second call does nothing. */
  @Override
  void close();
}
