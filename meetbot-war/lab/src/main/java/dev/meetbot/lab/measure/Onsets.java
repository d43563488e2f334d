package dev.meetbot.lab.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Starts that were found, held against the true ones.
 *
 * @param expected how many true starts there were
 * @param errorsMs found minus true (positive: late) of each true start that has a found one near it
 */
public record Onsets(int expected, List<Double> errorsMs) {
  /** Further away it is another start, not this one displaced. */
  private static final double REACH_MS = 1000;

  public Onsets {
    errorsMs = List.copyOf(errorsMs);
  }

  /** Pairs each true start with the nearest found one within a second. */
  public static Onsets pair(List<Double> truth, List<Double> found) {
    List<Double> errors =
        truth.stream()
            .flatMap(
                t ->
                    found.stream()
                        .map(f -> f - t)
                        .filter(e -> Math.abs(e) <= REACH_MS)
                        .min((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
                        .stream())
            .toList();
    return new Onsets(truth.size(), errors);
  }

  /** The median error; NaN when nothing was paired. */
  public double medianMs() {
    return median(errorsMs);
  }

  /** The error that is furthest from zero; NaN when nothing was paired. */
  public double worstMs() {
    return errorsMs.stream()
        .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
        .orElse(Double.NaN);
  }

  /** The middle value; NaN of nothing. */
  static double median(Collection<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = values.stream().flatMapToDouble(DoubleStream::of).toArray();
    Arrays.sort(sorted);
    int mid = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2;
  }
}
