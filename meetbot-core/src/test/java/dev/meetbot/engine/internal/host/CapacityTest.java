package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final long MIB = 1L << 20;
  private static final Capacity CAPACITY = new Capacity(10, 500 * MIB, 1);

  private static Capacity.Load load(long mebibytes, double cpus, int browsers) {
    return new Capacity.Load(4, mebibytes * MIB, new BotCost(400 * MIB, cpus), browsers);
  }

  @Test
  void neverMoreThanTheSettingSays() {
    assertThat(CAPACITY.free(0, load(100_000, 0, 0))).isEqualTo(10);
    assertThat(CAPACITY.free(8, load(100_000, 0, 8))).isEqualTo(2);
    assertThat(CAPACITY.free(11, load(100_000, 0, 11))).isZero();
  }

  @Test
  void botsTakeMemoryAndLeaveSome() {
    assertThat(CAPACITY.free(2, load(500 + 1200, 0, 2))).isEqualTo(3);
    assertThat(CAPACITY.free(2, load(500 + 399, 0, 2))).isZero();
    assertThat(CAPACITY.free(0, load(100, 0, 0))).isZero();
  }

  @Test
  void botsThatCameSinceTheLookHaveYetToTakeTheirMemory() {
    assertThat(CAPACITY.free(4, load(500 + 1200, 0, 2))).isEqualTo(1);
  }

  @Test
  void botsTakeProcessorsAsTheyWereMeasured() {
    assertThat(CAPACITY.free(5, load(100_000, 0.5, 5))).isEqualTo(3);
    assertThat(CAPACITY.free(8, load(100_000, 0.5, 8))).isZero();
    Capacity half = new Capacity(10, 0, 0.5);
    assertThat(half.free(1, load(100_000, 0.5, 1))).isEqualTo(3);
  }

  @Test
  void anEmptyMachineTakesOneHoweverSlowItIs() {
    assertThat(CAPACITY.free(0, load(100_000, 9, 0))).isEqualTo(1);
    assertThat(CAPACITY.free(1, load(100_000, 9, 1))).isZero();
  }

  @Test
  void theCostIsAMeanOfWhatWasSeen() {
    BotCost first =
        BotCost.UNSEEN.seen(2, 1600 * MIB, Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThat(first.cpus()).isEqualTo(0.5);
    assertThat(first.bytes()).isEqualTo(480 * MIB);
    BotCost second = first.seen(1, 480 * MIB, Duration.ofSeconds(10), Duration.ofSeconds(10));
    assertThat(second.cpus()).isEqualTo(0.6);
    assertThat(second.bytes()).isEqualTo(480 * MIB);
  }

  @Test
  void withoutBrowsersNothingIsLearned() {
    assertThat(BotCost.UNSEEN.seen(0, 0, Duration.ofSeconds(1), Duration.ofSeconds(10)))
        .isEqualTo(BotCost.UNSEEN);
  }

  @Test
  void botsThatHaveJustBegunDoNotMakeBotsCheap() {
    assertThat(
            BotCost.UNSEEN
                .seen(4, 400 * MIB, Duration.ofSeconds(1), Duration.ofSeconds(10))
                .bytes())
        .isEqualTo(BotCost.UNSEEN.bytes());
  }
}
