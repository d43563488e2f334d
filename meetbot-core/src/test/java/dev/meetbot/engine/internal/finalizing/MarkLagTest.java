package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkLagTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(longs = {0, 150, 420, 900, 1_300})
  void theLagOfAllMarksIsFoundThoughSomeFitNothing(long lag) {
    List<Long> edges = new ArrayList<>();
    List<Long> marks = new ArrayList<>();
    long at = 1_000;
    for (int i = 0; i < 60; i++) {
      at += 1_500 + random.nextInt(4_000);
      edges.add(at);
      if (i % 3 != 0) {
        marks.add(at + lag + random.nextInt(61) - 30);
      } else {
        marks.add(at + random.nextInt(3_000));
      }
    }
    assertThat(MarkLag.estimate(marks, edges)).isBetween(Math.max(0, lag - 40), lag + 40);
  }

  @Test
  void withoutSoundOrMarksThereIsNoLag() {
    assertThat(MarkLag.estimate(List.of(), List.of(5L))).isZero();
    assertThat(MarkLag.estimate(List.of(5L), List.of())).isZero();
  }

  @Test
  void aSingleMarkIsNotMovedFar() {
    assertThat(MarkLag.estimate(List.of(2_300L), List.of(2_000L))).isBetween(250L, 350L);
    assertThat(MarkLag.estimate(List.of(3_200L), List.of(2_000L))).isZero();
  }
}
