package dev.meetbot.engine.internal.capture;

import org.jspecify.annotations.Nullable;

/**
 * The clock of one SSRC, brought onto the wall clock. Pure; used by one thread.
 *
 * <p>Timestamps count the sender's samples and keep exact spacing (RFC 3550, 5.1), so a packet that
 * comes late says nothing of the clock. Only what no delay explains breaks it: timestamps that run
 * far ahead of real time or go back. Packets that stay late after a pause are of a sender whose
 * clock stood still; that takes a moment to see, in which nothing should be placed.
 */
final class MediaClock {
  /** A run whose beginning may itself have been late can be led by so much. */
  private static final double LEAD_AT_FIRST_MS = 5_000;

  private static final double LEAD_MS = 1_000;

  /** No packet is sent again after that long. */
  private static final double BACK_MS = 2_000;

  private static final double LATE_MS = 500;
  private static final double IN_TIME_MS = 250;

  private final int rate;
  private ClockAnchor anchor;
  private @Nullable ClockAnchor former;
  private long since;
  private @Nullable LateSpell late;
  private long latestRtp;
  private double lastOffset;

  /**
   * @param rate ticks per second: 48000 for Opus, 90000 for video
   * @param rtp unwrapped timestamp of the first packet
   */
  MediaClock(int rate, long rtp, double receivedMs) {
    this.rate = rate;
    this.anchor = new ClockAnchor(rate, rtp, receivedMs);
    this.latestRtp = rtp;
    this.lastOffset = anchor.estimate();
  }

  /** Whether this packet is of another run of the clock; then place first what came before. */
  boolean breaks(long rtp, double receivedMs) {
    double step = (rtp - latestRtp) * 1_000.0 / rate;
    double lead = anchor.estimate() - anchor.offset(rtp, receivedMs);
    double most = anchor.seasoned() ? LEAD_MS : LEAD_AT_FIRST_MS;
    return step < -BACK_MS || (step > most && lead > most);
  }

  /** Takes a packet in. */
  void observe(long rtp, double receivedMs) {
    if (breaks(rtp, receivedMs)) {
      anchor = new ClockAnchor(rate, rtp, receivedMs);
      former = null;
      late = null;
      latestRtp = rtp;
    } else {
      double offset = anchor.offset(rtp, receivedMs);
      anchor.observe(rtp, receivedMs);
      look(rtp, receivedMs, offset);
    }
    latestRtp = Math.max(latestRtp, rtp);
    lastOffset = anchor.offset(rtp, receivedMs);
  }

  /** Whether packets are best placed now. */
  boolean ready(double nowMs) {
    if (late != null && late.tooLong(nowMs)) {
      late = null;
    }
    return late == null && anchor.settled(nowMs);
  }

  /** No more will come before all is placed: judges by what there is. */
  void conclude() {
    if (late != null && late.steady(LateSpell.LITTLE_MS)) {
      setAnew(late);
    }
    late = null;
  }

  /** The wall clock's time of a timestamp, epoch ms; asked for in order, once for each. */
  double wallMs(long rtp) {
    ClockAnchor before = former;
    return before != null && rtp < since ? before.wallMs(rtp) : anchor.wallMs(rtp);
  }

  private void look(long rtp, double receivedMs, double offset) {
    double lateness = offset - anchor.estimate();
    LateSpell spell = late;
    if (spell == null && lateness > LATE_MS && offset - lastOffset > LATE_MS) {
      spell = new LateSpell();
      late = spell;
    }
    if (spell == null) {
      return;
    }
    spell.add(rtp, receivedMs, offset);
    if (lateness < IN_TIME_MS) {
      late = null;
    } else if (spell.steady(LateSpell.HINDSIGHT_MS)) {
      setAnew(spell);
      late = null;
    }
  }

  private void setAnew(LateSpell spell) {
    former = anchor;
    since = spell.firstRtp();
    anchor = spell.anchor(rate);
  }
}
