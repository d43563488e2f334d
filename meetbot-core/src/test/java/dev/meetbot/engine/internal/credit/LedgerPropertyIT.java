package dev.meetbot.engine.internal.credit;

import dev.meetbot.provider.jpa.JpaStorage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over a real database. */
class LedgerPropertyIT {
  private static final int WORLDS = 12;
  private static final int STEPS = 80;

  @Test
  void theLedgerAlwaysComesToWhatWasRecordedAndPaid(@TempDir Path folder) {
    try (JpaStorage storage = JpaStorage.h2(folder)) {
      storage.migrate();
      for (long seed = 1; seed <= WORLDS; seed++) {
        try {
          new LedgerWorld(storage, seed).live(STEPS);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
      }
    }
  }
}
