package dev.meetbot.provider.sealed;

import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.tck.ArtifactStoreContract;
import dev.meetbot.tck.FullStoreContract;
import dev.meetbot.tck.ManualClock;

final class SealedMemoryStoreTest implements ArtifactStoreContract, FullStoreContract {
  private final ArtifactStore store = storeWithRoomFor(Long.MAX_VALUE);

  @Override
  public ArtifactStore store() {
    return store;
  }

  @Override
  public ArtifactStore storeWithRoomFor(long bytes) {
    return new SealedArtifactStore(
        new MemoryArtifactStore(ManualClock.startingAnyTime(), bytes), new byte[32]);
  }
}
