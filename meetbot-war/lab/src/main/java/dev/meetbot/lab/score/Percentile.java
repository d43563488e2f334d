package dev.meetbot.lab.score;

import java.util.Collection;
import java.util.List;

/** Percentiles by nearest rank. Pure. */
public final class Percentile {
  private Percentile() {}

  /** The smallest value that at least so many per cent do not exceed; NaN of nothing. */
  public static double of(Collection<Double> values, double percent) {
    List<Double> sorted = values.stream().filter(Double::isFinite).sorted().toList();
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
