package dev.meetbot.tck;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/** Whole artifacts in and out, for the contracts. */
final class ArtifactBytes {
  private ArtifactBytes() {}

  static void write(ArtifactStore store, ArtifactKey key, byte[] bytes) throws IOException {
    try (ArtifactWriter writer = store.open(key, "application/octet-stream")) {
      writer.append(bytes);
      writer.commit();
    }
  }

  static byte[] read(ArtifactStore store, ArtifactKey key, ByteRange range) throws IOException {
    Optional<ArtifactContent> found = store.read(key, range);
    try (ArtifactContent content = found.orElseThrow()) {
      return content.stream().readAllBytes();
    }
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
