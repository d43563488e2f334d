package dev.meetbot.engine.internal.entry;

import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.storage.RecordStore;

/** Accounts in memory. */
class IdentityDeskTest extends IdentityDeskContract {
  private final MemoryStorage storage = new MemoryStorage();

  @Override
  RecordStore store() {
    return storage.records();
  }
}
