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
  /** Seconds with packets, however far apart: a silence proves nothing. */
  private static final int WINDOW_BINS = 15;

  private static final int SEASONED_BINS = 10;
  private static final double BIN_MS = 1_000;

  /** When nothing came earlier for so long, packets can be placed. */
  private static final double SETTLING_MS = 800;

  /** The page may stand still and bring the next packets much later. */
  private static final double LONGEST_SETTLING_MS = 10_000;

  private static final double EARLIER_MS = 30;

  private static final double SMALL_ERROR_MS = 15;
  private static final double LARGE_ERROR_MS = 60;
  private static final double SLOW = 0.0003;
  private static final double FAST = 0.005;
  private static final double FASTEST = 0.09;

  /** Without packets for so long, half of it may be taken away and any length added. */
  private static final double SILENCE_MS = 1_000;

  private static final double OF_SILENCE = 0.5;

  private record Bin(double sinceMs, double lowest) {}

  private final double rate;
  private final double since;
  private final Deque<Bin> bins = new ArrayDeque<>();
  private double target;
  private double applied;
  private double lastMediaMs = Double.NaN;
  private double lastReceived;
  private double settledEstimate;
  private double settlingSince;

  ClockAnchor(int rate, long rtp, double receivedMs) {
    this.rate = rate;
    this.since = receivedMs;
    this.lastReceived = receivedMs;
    this.target = offset(rtp, receivedMs);
    this.applied = target;
    this.settledEstimate = target;
    this.settlingSince = receivedMs;
    bins.add(new Bin(receivedMs, target));
  }

  double offset(long rtp, double receivedMs) {
    return receivedMs - mediaMs(rtp);
  }

  /** The best estimate so far of where the clock's zero lies. */
  double estimate() {
    return target;
  }

  /** Whether enough has been seen to place packets well. */
  boolean settled(double nowMs) {
    return !Double.isNaN(lastMediaMs)
        || lastReceived - settlingSince >= SETTLING_MS
        || nowMs - since >= LONGEST_SETTLING_MS;
  }

  /** Whether it has run long enough for its estimate not to be of delayed packets only. */
  boolean seasoned() {
    return bins.size() >= SEASONED_BINS;
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
      while (bins.size() > WINDOW_BINS) {
        bins.removeFirst();
      }
    }
    target = bins.stream().mapToDouble(Bin::lowest).min().orElse(offset);
    if (target < settledEstimate - EARLIER_MS) {
      settledEstimate = target;
      settlingSince = receivedMs;
    }
  }

  /** The wall clock's time of a timestamp, epoch ms. The first sets the line for the others. */
  double wallMs(long rtp) {
    double media = mediaMs(rtp);
    if (Double.isNaN(lastMediaMs)) {
      applied = target;
      lastMediaMs = media;
    } else if (media > lastMediaMs) {
      applied += correction(target - applied, media - lastMediaMs);
      lastMediaMs = media;
    }
    return media + applied;
  }

  private static double correction(double error, double step) {
    if (step >= SILENCE_MS) {
      return Math.max(-step * OF_SILENCE, error);
    }
    double most = step * speed(Math.abs(error));
    return Math.max(-most, Math.min(most, error));
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
