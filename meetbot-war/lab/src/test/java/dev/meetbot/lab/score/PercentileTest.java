package dev.meetbot.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileTest {
  @Test
  void nearestRank() {
    List<Double> ten = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
    assertThat(Percentile.of(ten, 50)).isEqualTo(5);
    assertThat(Percentile.of(ten, 95)).isEqualTo(10);
    assertThat(Percentile.of(List.of(7.0, Double.NaN), 95)).isEqualTo(7);
    assertThat(Percentile.of(List.of(), 95)).isNaN();
  }
}
