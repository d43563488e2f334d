package dev.meetbot.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.truth.Span;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PacketLossTest {
  @Test
  void aStepOfOnePacketIsNoLossAndRoundingToMillisecondsIsNone() {
    assertThat(PacketLoss.of(packets(0, 20, 41, 60, 79, 100), List.of()))
        .isEqualTo(new PacketLoss(6, 0));
  }

  @Test
  void everyMissingPacketCounts() {
    assertThat(PacketLoss.of(packets(0, 20, 80, 100, 140), List.of()).lost()).isEqualTo(3);
  }

  @Test
  void aStepThatIsNoWholePacketCountsAsOneFault() {
    assertThat(PacketLoss.of(packets(0, 20, 30, 50, 76), List.of()).lost()).isEqualTo(2);
  }

  @Test
  void whatFallsIntoAPauseIsNotLost() {
    assertThat(PacketLoss.of(packets(0, 20, 5020, 5040), List.of(new Span(30, 5010))).lost())
        .isZero();
    assertThat(PacketLoss.of(packets(0, 20, 5020, 5060), List.of(new Span(30, 5010))).lost())
        .isEqualTo(1);
  }

  private static List<Packet> packets(double... at) {
    return DoubleStream.of(at).mapToObj(ms -> new Packet(ms, 20)).toList();
  }
}
