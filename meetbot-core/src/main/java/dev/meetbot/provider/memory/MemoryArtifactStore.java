package dev.meetbot.provider.memory;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts in this process's memory. Thread-safe; nothing blocks on I/O. Closing it releases
 * nothing and leaves it usable.
 */
public final class MemoryArtifactStore implements ArtifactStore {
  private final InstantSource clock;
  private final long maxBytes;
  private final TreeMap<String, MemoryArtifact> artifacts = new TreeMap<>();

  /**
   * @param clock for the times of change
   * @param maxBytes how much all artifacts together may hold
   */
  public MemoryArtifactStore(InstantSource clock, long maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) {
    return new MemoryWriter(this, key, mediaType);
  }

  /** Makes an artifact readable in place of an older one. */
  synchronized void put(ArtifactKey key, MemoryArtifact artifact) throws IOException {
    MemoryArtifact older = artifacts.put(key.path(), artifact);
    long used = artifacts.values().stream().mapToLong(MemoryArtifact::length).sum();
    if (used > maxBytes) {
      restore(key, older);
      throw new StoreFullException(
          "no room for " + artifact.length() + " bytes of " + key, new IOException("memory full"));
    }
  }

  /** Puts an older artifact back; null takes the present one away. */
  synchronized void restore(ArtifactKey key, @Nullable MemoryArtifact older) {
    if (older == null) {
      artifacts.remove(key.path());
    } else {
      artifacts.put(key.path(), older);
    }
  }

  synchronized @Nullable MemoryArtifact find(ArtifactKey key) {
    return artifacts.get(key.path());
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) {
    MemoryArtifact artifact = find(key);
    if (artifact == null) {
      return Optional.empty();
    }
    ByteRange part = range.within(artifact.length());
    return Optional.of(
        new ArtifactContent(
            artifact.info(key),
            part,
            new ByteArrayInputStream(
                artifact.bytes(), Math.toIntExact(part.offset()), Math.toIntExact(part.length()))));
  }

  @Override
  public synchronized List<ArtifactInfo> list(ArtifactKey prefix) {
    return artifacts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix.path() + "/"))
        .map(entry -> entry.getValue().info(new ArtifactKey(entry.getKey())))
        .toList();
  }

  @Override
  public synchronized void delete(ArtifactKey prefix) {
    artifacts.keySet().removeIf(p -> (p + "/").startsWith(prefix.path() + "/"));
  }

  @Override
  public void ping() {
    // memory is always there
  }

  @Override
  public void close() {
    // nothing to release
  }
}
