package dev.meetbot.engine.internal.capture;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One unbroken run of a media clock: where its zero lies on the wall clock.
 *
 * <p>Delay in the network only ever adds, so the packet that arrived earliest for its timestamp
 * tells best. What is applied follows that estimate slowly, so that the spacing of packets is kept:
 * clocks drift by some 50 parts per million, and a correction of 300 per million is not heard.
 */
final class ClockAnchor {
  private static final double WINDOW_MS = 30_000;
  private static final double BIN_MS = 1_000;

  /** So long the estimate is taken as it comes; packets are best not placed before. */
  static final double SETTLING_MS = 800;

  private static final double SMALL_ERROR_MS = 15;
  private static final double LARGE_ERROR_MS = 60;
  private static final double STEP_MS = 250;
  private static final double SLOW = 0.0003;
  private static final double FAST = 0.005;
  private static final double FASTEST = 0.05;

  private record Bin(double sinceMs, double lowest) {}

  private final double rate;
  private final double since;
  private final Deque<Bin> bins = new ArrayDeque<>();
  private double target;
  private double applied;
  private double lastMediaMs = Double.NaN;
  private double lastReceived;

  ClockAnchor(int rate, long rtp, double receivedMs) {
    this.rate = rate;
    this.since = receivedMs;
    this.lastReceived = receivedMs;
    this.target = offset(rtp, receivedMs);
    this.applied = target;
    bins.add(new Bin(receivedMs, target));
  }

  double offset(long rtp, double receivedMs) {
    return receivedMs - mediaMs(rtp);
  }

  /** The best estimate so far of where the clock's zero lies. */
  double estimate() {
    return target;
  }

  /** Whether enough has been seen at that time to place packets well. */
  boolean settled(double nowMs) {
    return nowMs - since >= SETTLING_MS;
  }

  /** When the latest packet was received. */
  double lastReceivedMs() {
    return lastReceived;
  }

  void observe(long rtp, double receivedMs) {
    double offset = offset(rtp, receivedMs);
    lastReceived = Math.max(lastReceived, receivedMs);
    Bin newest = bins.getLast();
    if (receivedMs - newest.sinceMs < BIN_MS) {
      bins.removeLast();
      bins.add(new Bin(newest.sinceMs, Math.min(newest.lowest, offset)));
    } else {
      bins.add(new Bin(receivedMs, offset));
      while (receivedMs - bins.getFirst().sinceMs > WINDOW_MS) {
        bins.removeFirst();
      }
    }
    target = bins.stream().mapToDouble(Bin::lowest).min().orElse(offset);
    if (receivedMs - since < SETTLING_MS) {
      applied = target;
    }
  }

  /** The wall clock's time of a timestamp, epoch ms. */
  double wallMs(long rtp) {
    double media = mediaMs(rtp);
    double error = target - applied;
    if (Math.abs(error) > STEP_MS) {
      applied = target;
    } else if (media > lastMediaMs) {
      double most = (media - lastMediaMs) * speed(Math.abs(error));
      applied += Math.max(-most, Math.min(most, error));
    }
    lastMediaMs = Double.isNaN(lastMediaMs) ? media : Math.max(media, lastMediaMs);
    return media + applied;
  }

  private static double speed(double error) {
    if (error > LARGE_ERROR_MS) {
      return FASTEST;
    }
    return error > SMALL_ERROR_MS ? FAST : SLOW;
  }

  private double mediaMs(long rtp) {
    return rtp * 1_000.0 / rate;
  }
}
