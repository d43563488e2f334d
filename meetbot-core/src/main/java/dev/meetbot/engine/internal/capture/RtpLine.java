package dev.meetbot.engine.internal.capture;

import java.util.List;

/**
 * The frames of one SSRC: counters unwrapped, put in order, brought onto the wall clock. Pure; used
 * by one thread.
 */
final class RtpLine {
  private static final int AUDIO_RATE = 48_000;
  private static final int VIDEO_RATE = 90_000;
  private static final double AUDIO_HOLD_MS = 200;

  /** A picture that was lost and sent again comes a round trip later than its successors. */
  private static final double VIDEO_HOLD_MS = 400;

  private static final int LAYERS = 8;

  private record Stamped(TapFrame frame, long rtp, ClockAnchor anchor) {}

  private final long ssrc;
  private final boolean video;
  private final Unwrapper timestamps = new Unwrapper(32);
  private final Unwrapper sequences = new Unwrapper(16);
  private final MediaClock clock;
  private final long firstRtp;
  private long lostBefore;
  private PacketOrder<Stamped> order;
  private ClockAnchor anchor;

  /** Begins with its first frame, which is yet to be taken. */
  RtpLine(TapFrame first) {
    ssrc = first.ssrc();
    video = first.video();
    firstRtp = timestamps.unwrap(first.rtp());
    clock = new MediaClock(video ? VIDEO_RATE : AUDIO_RATE, firstRtp, first.receivedMs());
    anchor = clock.observe(firstRtp, first.receivedMs());
    order = order(first);
  }

  long ssrc() {
    return ssrc;
  }

  /** Takes a frame; gives out those that a break of the clock leaves behind. */
  List<TimedFrame> accept(TapFrame frame) {
    long rtp = timestamps.unwrap(frame.rtp());
    ClockAnchor now = clock.observe(rtp, frame.receivedMs());
    List<TimedFrame> before = List.of();
    if (now != anchor) {
      before = timed(order.releaseAll());
      lostBefore += order.lost();
      order = order(frame);
      anchor = now;
    }
    order.offer(number(frame, rtp), frame.receivedMs(), new Stamped(frame, rtp, now));
    return before;
  }

  /** The frames whose turn has come. */
  List<TimedFrame> release(double nowMs) {
    return anchor.settled(nowMs) ? timed(order.release(nowMs)) : List.of();
  }

  /** All that are held. */
  List<TimedFrame> releaseAll() {
    return timed(order.releaseAll());
  }

  /** Packets that never came; known for audio only. */
  long lost() {
    return lostBefore + order.lost();
  }

  private PacketOrder<Stamped> order(TapFrame first) {
    return new PacketOrder<>(
        video ? VIDEO_HOLD_MS : AUDIO_HOLD_MS, !video && first.sequence() >= 0);
  }

  private long number(TapFrame frame, long rtp) {
    if (!video && frame.sequence() >= 0) {
      return sequences.unwrap(frame.sequence() & 0xFFFF);
    }
    return rtp * LAYERS + frame.layer();
  }

  private static List<TimedFrame> timed(List<Stamped> frames) {
    return frames.stream()
        .map(s -> new TimedFrame(s.frame, s.rtp, s.anchor.wallMs(s.rtp)))
        .toList();
  }
}
