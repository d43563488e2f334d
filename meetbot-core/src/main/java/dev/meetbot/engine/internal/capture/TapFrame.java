package dev.meetbot.engine.internal.capture;

import java.util.List;

/**
 * One copied frame, or a piece of a file that the browser made.
 *
 * @param track number within its document
 * @param key whether decoding can begin here
 * @param container whether {@code data} is a piece of the browser's own file; then {@code sequence}
 *     counts the pieces, {@code receivedMs} is when that file began, and {@code rtp} how many ms of
 *     it there are with this piece
 * @param layer spatial layer, 0 for the lowest
 * @param rtp 32 bit RTP timestamp
 * @param sequence 16 bit RTP sequence number, -1 when unknown (video)
 * @param width pixels, 0 when unknown (frames between key frames)
 * @param level loudness of audio from 0 to 1, -1 when unknown
 * @param receivedMs when the browser received it, epoch ms
 * @param data not copied: leave it alone
 */
record TapFrame(
    int track,
    boolean video,
    boolean key,
    boolean container,
    int layer,
    long rtp,
    long ssrc,
    int sequence,
    int width,
    int height,
    double level,
    double receivedMs,
    List<Long> csrcs,
    byte[] data) {
  /** Until when, epoch ms, its content was received. */
  double untilMs() {
    return container ? receivedMs + rtp : receivedMs;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
