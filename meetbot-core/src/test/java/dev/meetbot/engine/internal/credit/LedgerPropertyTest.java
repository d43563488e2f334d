package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import dev.meetbot.provider.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** Nothing is charged twice and nothing lost, whatever happens in whatever order. */
class LedgerPropertyTest {
  /** More of them by {@code -Dmeetbot.test.ledger-worlds}. */
  private static final int WORLDS = Integer.getInteger("meetbot.test.ledger-worlds", 400);

  private static final int STEPS = 120;

  @Test
  void theLedgerAlwaysComesToWhatWasRecordedAndPaid() {
    int crashed = 0;
    int calledBack = 0;
    int free = 0;
    for (long seed = 1; seed <= WORLDS; seed++) {
      LedgerWorld world = new LedgerWorld(new MemoryStorage(), seed);
      try {
        world.live(STEPS);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
      crashed += world.crashed;
      calledBack += world.ended(FailureCode.QUOTA_EXCEEDED);
      free += world.ended(FailureCode.INTERNAL_ERROR);
    }
    assertThat(crashed).as("servers that died on the way").isGreaterThan(WORLDS);
    assertThat(calledBack).as("bots called back without credit").isGreaterThan(WORLDS / 4);
    assertThat(free).as("calls that our fault ended").isGreaterThan(WORLDS);
  }
}
