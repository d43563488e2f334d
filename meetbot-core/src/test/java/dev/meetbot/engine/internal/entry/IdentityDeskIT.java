package dev.meetbot.engine.internal.entry;

import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.spi.storage.RecordStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Accounts in a database. */
class IdentityDeskIT extends IdentityDeskContract {
  @TempDir Path dir;
  private JpaStorage storage;

  @BeforeEach
  void open() {
    storage = JpaStorage.h2(dir);
    storage.migrate();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  RecordStore store() {
    return storage.records();
  }
}
