package dev.meetbot.engine.internal.composing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Another store, to which something happens just before an artifact is written. */
record ErasingStore(ArtifactStore store, Before before) implements ArtifactStore {
  interface Before {
    void opening(ArtifactKey key) throws IOException;
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    before.opening(key);
    return store.open(key, mediaType);
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    return store.read(key, range);
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    return store.list(prefix);
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    store.delete(prefix);
  }

  @Override
  public void ping() throws IOException {
    store.ping();
  }

  @Override
  public void close() {
    store.close();
  }
}
