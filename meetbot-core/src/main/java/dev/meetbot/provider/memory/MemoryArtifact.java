package dev.meetbot.provider.memory;

import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.time.Instant;

/**
 * What is readable of an artifact. The array is shared with its writer, which only writes behind
 * {@code length}.
 */
record MemoryArtifact(
    String mediaType, byte[] bytes, int length, boolean committed, Instant modifiedAt) {
  ArtifactInfo info(ArtifactKey key) {
    return new ArtifactInfo(key, mediaType, length, committed, modifiedAt);
  }
}
