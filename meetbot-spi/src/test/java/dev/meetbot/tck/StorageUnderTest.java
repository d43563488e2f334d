package dev.meetbot.tck;

import dev.meetbot.spi.storage.StorageProvider;

/** What the storage contracts need from the class that runs them. */
public interface StorageUnderTest {
  /** The storage of this test: migrated, empty when the test starts, the same on every call. */
  StorageProvider storage();
}
