package dev.meetbot.provider.memory;

import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.StorageContract;

final class MemoryStorageTest implements StorageContract {
  private final MemoryStorage storage = new MemoryStorage();

  @Override
  public StorageProvider storage() {
    return storage;
  }
}
