package dev.meetbot.engine.internal.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Packets that came much later than their timestamps say. Whether they were delayed or the sender's
 * clock stood still is known from how they go on: what was delayed comes faster than real time and
 * catches up, what follows a clock that stood still comes at its own pace. Used by one thread.
 */
final class LateSpell {
  /** So long is enough to tell. */
  static final double HINDSIGHT_MS = 1_000;

  /** At the end there is no more to wait for, and this must do. */
  static final double LITTLE_MS = 200;

  /** What was received may be brought here seconds later by a page that stands still. */
  private static final double LONGEST_MS = 10_000;

  private static final double STEADY_MS = 80;
  private static final int ENOUGH = 5;

  private record Arrival(long rtp, double receivedMs, double offset) {}

  private final List<Arrival> arrivals = new ArrayList<>();

  /** Takes a packet; the first one given is the first that was late. */
  void add(long rtp, double receivedMs, double offset) {
    arrivals.add(new Arrival(rtp, receivedMs, offset));
  }

  /** The timestamp that it began with. */
  long firstRtp() {
    return arrivals.get(0).rtp;
  }

  /** Whether it is of no use to wait any longer. */
  boolean tooLong(double nowMs) {
    return nowMs - arrivals.get(0).receivedMs > LONGEST_MS;
  }

  /**
   * Whether packets are as late in the end as before.
   *
   * @param spanMs how much of the latest is looked at; with less than that the answer is no
   */
  boolean steady(double spanMs) {
    double to = arrivals.get(arrivals.size() - 1).receivedMs;
    double from = to - spanMs;
    if (arrivals.get(0).receivedMs > from
        || arrivals.stream().filter(a -> a.receivedMs >= from).count() < ENOUGH) {
      return false;
    }
    double middle = to - spanMs / 2;
    return Math.abs(lowest(from, middle) - lowest(middle, to + 1)) < STEADY_MS;
  }

  /** The clock as these packets alone show it. */
  ClockAnchor anchor(int rate) {
    Arrival first = arrivals.get(0);
    ClockAnchor anchor = new ClockAnchor(rate, first.rtp, first.receivedMs);
    arrivals.forEach(a -> anchor.observe(a.rtp, a.receivedMs));
    return anchor;
  }

  private double lowest(double fromMs, double toMs) {
    return arrivals.stream()
        .filter(a -> a.receivedMs >= fromMs && a.receivedMs < toMs)
        .mapToDouble(Arrival::offset)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
