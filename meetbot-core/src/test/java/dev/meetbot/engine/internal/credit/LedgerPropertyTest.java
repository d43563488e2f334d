package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** Nothing is charged twice and nothing lost, whatever happens in whatever order. */
class LedgerPropertyTest {
  private static final int WORLDS = 1_500;
  private static final int STEPS = 120;

  @Test
  void theLedgerAlwaysComesToWhatWasRecordedAndPaid() {
    int crashed = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      LedgerWorld world = new LedgerWorld(new MemoryStorage(), seed);
      try {
        world.live(STEPS);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
      crashed += world.crashed;
    }
    assertThat(crashed).as("servers that died on the way").isGreaterThan(WORLDS);
  }
}
