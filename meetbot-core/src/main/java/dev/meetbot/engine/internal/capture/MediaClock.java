package dev.meetbot.engine.internal.capture;

/**
 * The clock of one SSRC, brought onto the wall clock. Pure; used by one thread.
 *
 * <p>Packets are shown to it as they arrive; the anchor that it answers with gives their time, best
 * asked for a little later, when more packets have shown how early one can be.
 */
final class MediaClock {
  /** Nobody hears a jump after a pause of this length. */
  private static final double PAUSE_MS = 1_000;

  private static final double BREAK_AFTER_PAUSE_MS = 100;

  /** No network holds packets that long without a pause in what arrives. */
  private static final double BREAK_MS = 3_000;

  private final int rate;
  private ClockAnchor anchor;

  /**
   * @param rate ticks per second: 48000 for Opus, 90000 for video
   * @param rtp unwrapped timestamp of the first packet
   */
  MediaClock(int rate, long rtp, double receivedMs) {
    this.rate = rate;
    this.anchor = new ClockAnchor(rate, rtp, receivedMs);
  }

  /**
   * Takes a packet in.
   *
   * @return the run of the clock that it belongs to: another one than before when the clock broke
   */
  ClockAnchor observe(long rtp, double receivedMs) {
    double jump = anchor.offset(rtp, receivedMs) - anchor.estimate();
    double pause = receivedMs - anchor.lastReceivedMs();
    boolean broken = Math.abs(jump) > (pause > PAUSE_MS ? BREAK_AFTER_PAUSE_MS : BREAK_MS);
    if (broken) {
      anchor = new ClockAnchor(rate, rtp, receivedMs);
    } else {
      anchor.observe(rtp, receivedMs);
    }
    return anchor;
  }
}
