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

  private record Stamped(TapFrame frame, long rtp) {}

  private final long ssrc;
  private final boolean video;
  private final Unwrapper timestamps = new Unwrapper(32);
  private final Unwrapper sequences = new Unwrapper(16);
  private final MediaClock clock;
  private final boolean counted;
  private long lostBefore;
  private PacketOrder<Stamped> order;

  /** Begins with its first frame, which is yet to be taken. */
  RtpLine(TapFrame first) {
    ssrc = first.ssrc();
    video = first.video();
    counted = !video && first.sequence() >= 0;
    long rtp = timestamps.unwrap(first.rtp());
    clock = new MediaClock(video ? VIDEO_RATE : AUDIO_RATE, rtp, first.receivedMs());
    order = order();
  }

  long ssrc() {
    return ssrc;
  }

  /** Takes a frame; gives out those that a break of the clock leaves behind. */
  List<TimedFrame> accept(TapFrame frame) {
    long rtp = timestamps.unwrap(frame.rtp());
    List<TimedFrame> before = clock.breaks(rtp, frame.receivedMs()) ? interrupt() : List.of();
    clock.observe(rtp, frame.receivedMs());
    order.offer(number(frame, rtp), frame.receivedMs(), new Stamped(frame, rtp));
    return before;
  }

  /** The frames whose turn has come. */
  List<TimedFrame> release(double nowMs) {
    return clock.ready(nowMs) ? timed(order.release(nowMs)) : List.of();
  }

  /** All that are held. */
  List<TimedFrame> releaseAll() {
    clock.conclude();
    return timed(order.releaseAll());
  }

  /** All that are held; what is missing from here to the next frame is not loss. */
  List<TimedFrame> interrupt() {
    List<TimedFrame> before = releaseAll();
    lostBefore += order.lost();
    order = order();
    return before;
  }

  /** Packets that never came; known for audio only. */
  long lost() {
    return lostBefore + order.lost();
  }

  private PacketOrder<Stamped> order() {
    return new PacketOrder<>(video ? VIDEO_HOLD_MS : AUDIO_HOLD_MS, counted);
  }

  private long number(TapFrame frame, long rtp) {
    if (!video && frame.sequence() >= 0) {
      return sequences.unwrap(frame.sequence() & 0xFFFF);
    }
    return rtp * LAYERS + frame.layer();
  }

  private List<TimedFrame> timed(List<Stamped> frames) {
    return frames.stream().map(s -> new TimedFrame(s.frame, s.rtp, clock.wallMs(s.rtp))).toList();
  }
}
