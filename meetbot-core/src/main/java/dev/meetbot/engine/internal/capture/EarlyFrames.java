package dev.meetbot.engine.internal.capture;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames of a track from before the start: the last second of audio, the video since its latest key
 * frame, and never more than a bound. Pure; used by one thread.
 */
final class EarlyFrames {
  private static final double AUDIO_MS = 1_000;
  static final long MAX_BYTES = 8 << 20;

  private final List<TapFrame> frames = new ArrayList<>();
  private long bytes;

  void add(TapFrame frame) {
    if (frame.container()) {
      keep(frame);
      return;
    }
    boolean newPicture = frame.video() && frame.key() && frame.layer() == 0;
    if (newPicture || bytes + frame.data().length > MAX_BYTES) {
      clear();
    }
    // What follows a dropped beginning is of no use without a key frame.
    if (!frame.video() || newPicture || !frames.isEmpty()) {
      keep(frame);
    }
    while (!frame.video() && frame.receivedMs() - frames.get(0).receivedMs() > AUDIO_MS) {
      bytes -= frames.remove(0).data().length;
    }
  }

  /** Gives them out; then there are none. */
  List<TapFrame> take() {
    List<TapFrame> all = List.copyOf(frames);
    clear();
    return all;
  }

  private void keep(TapFrame frame) {
    frames.add(frame);
    bytes += frame.data().length;
  }

  private void clear() {
    frames.clear();
    bytes = 0;
  }
}
