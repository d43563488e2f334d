package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketOrderTest {
  private final PacketOrder<String> order = new PacketOrder<>(100, true);

  @Test
  void packetsComeOutInOrderAfterTheHold() {
    order.offer(2, 1_000, "b");
    order.offer(1, 1_010, "a");
    order.offer(3, 1_090, "c");
    assertThat(order.release(1_099)).isEmpty();
    assertThat(order.release(1_100)).containsExactly("a", "b");
    assertThat(order.release(1_190)).containsExactly("c");
    assertThat(order.lost()).isZero();
  }

  @Test
  void aPacketThatCameTwiceIsGivenOnce() {
    order.offer(1, 1_000, "a");
    order.offer(1, 1_001, "again");
    assertThat(order.release(2_000)).containsExactly("a");
    order.offer(1, 2_001, "and again");
    assertThat(order.releaseAll()).isEmpty();
    assertThat(order.duplicates()).isEqualTo(2);
  }

  @Test
  void holesAreCounted() {
    order.offer(1, 1_000, "a");
    order.offer(5, 1_000, "e");
    assertThat(order.releaseAll()).containsExactly("a", "e");
    assertThat(order.lost()).isEqualTo(3);
  }

  @Test
  void aSenderThatBeginsAnewIsNotLoss() {
    order.offer(1, 1_000, "a");
    order.offer(30_000, 1_000, "b");
    assertThat(order.releaseAll()).containsExactly("a", "b");
    assertThat(order.lost()).isZero();
  }

  @Test
  void aLatePacketIsDroppedNotMisplaced() {
    order.offer(1, 1_000, "a");
    order.offer(3, 1_000, "c");
    order.release(1_100);
    order.offer(2, 1_101, "b");
    assertThat(order.releaseAll()).isEmpty();
    assertThat(order.lost()).isEqualTo(1);
  }

  @Test
  void countersAreUnwrappedInBothDirections() {
    Unwrapper unwrapper = new Unwrapper(16);
    long first = unwrapper.unwrap(65_534);
    assertThat(unwrapper.unwrap(1) - first).isEqualTo(3);
    assertThat(unwrapper.unwrap(65_535) - first).isEqualTo(1);
    assertThat(unwrapper.unwrap(2) - first).isEqualTo(4);
  }
}
