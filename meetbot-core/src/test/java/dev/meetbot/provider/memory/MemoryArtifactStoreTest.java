package dev.meetbot.provider.memory;

import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.tck.ArtifactStoreContract;
import dev.meetbot.tck.FullStoreContract;
import dev.meetbot.tck.ManualClock;

final class MemoryArtifactStoreTest implements ArtifactStoreContract, FullStoreContract {
  private final ArtifactStore store = storeWithRoomFor(Long.MAX_VALUE);

  @Override
  public ArtifactStore store() {
    return store;
  }

  @Override
  public ArtifactStore storeWithRoomFor(long bytes) {
    return new MemoryArtifactStore(ManualClock.startingAnyTime(), bytes);
  }
}
