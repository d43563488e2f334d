package dev.meetbot.engine.internal.finalizing;

import java.util.List;
import java.util.TreeSet;

/**
 * How late a page's marks are, found by laying their edges over those of the sound. It differs from
 * platform to platform and from machine to machine, but hardly within a recording. Pure.
 */
final class MarkLag {
  private static final long STEP_MS = 10;
  private static final long NEAR_MS = 150;
  private static final long MOST_MS = 1_500;

  /** With less than this many marks any later beginning could fit by chance. */
  private static final int MANY = 4;

  private static final long MOST_OF_FEW_MS = 600;

  private MarkLag() {}

  /**
   * The lag in ms at which most marks lie on an edge of the sound; 0 when nothing fits.
   *
   * @param marks when marks went on, or off
   * @param edges when sound began, or ended
   */
  static long estimate(List<Long> marks, List<Long> edges) {
    TreeSet<Long> sorted = new TreeSet<>(edges);
    long most = marks.size() < MANY ? MOST_OF_FEW_MS : MOST_MS;
    long best = 0;
    double bestScore = 0.5;
    for (long lag = 0; lag <= most; lag += STEP_MS) {
      double score = 0;
      for (long mark : marks) {
        score += Math.max(0, 1 - distance(sorted, mark - lag) / (double) NEAR_MS);
      }
      if (score > bestScore + 1e-9) {
        bestScore = score;
        best = lag;
      }
    }
    return best;
  }

  /** From a time to the nearest of the edges. */
  static long distance(TreeSet<Long> edges, long ms) {
    Long before = edges.floor(ms);
    Long after = edges.ceiling(ms);
    long back = before == null ? Long.MAX_VALUE / 2 : ms - before;
    long ahead = after == null ? Long.MAX_VALUE / 2 : after - ms;
    return Math.min(back, ahead);
  }
}
