package dev.meetbot.lab.demo;

import dev.meetbot.lab.truth.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The written speaking schedule: turns with short breaks between them, and a little cross-talk.
 * Seconds from its start, the same 30 s again and again.
 */
final class Schedule {
  private static final double CYCLE = 30;

  /** For each guest the turns of one cycle, in seconds. */
  private static final double[][][] TURNS = {
    {{0.5, 5.5}, {15.5, 20.5}},
    {{6, 11}, {20, 24.5}}, // from 20 on both speak
    {{11.5, 16}, {25, 29.5}}, // from 15.5 on both speak
  };

  private Schedule() {}

  /**
   * The spans of a guest.
   *
   * @param guest 0, 1 or 2
   * @param startMs the wall clock at second 0
   * @param seconds how long people speak at all
   */
  static List<Span> of(int guest, double startMs, double seconds) {
    List<Span> spans = new ArrayList<>();
    for (double cycle = 0; cycle < seconds; cycle += CYCLE) {
      for (double[] turn : TURNS[guest]) {
        double end = Math.min(cycle + turn[1], seconds);
        if (end - cycle - turn[0] > 1) {
          spans.add(new Span(startMs + (cycle + turn[0]) * 1000, startMs + end * 1000));
        }
      }
    }
    return spans;
  }
}
