package dev.meetbot.provider.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How long the frames of an artifact are, as runs of the same length. One thread. */
final class FrameIndex {
  /** Of a run in bytes. */
  private static final int RUN = 8;

  private record Run(int count, int length) {}

  /**
   * Where a frame begins.
   *
   * @param number from 0
   * @param start in the artifact
   * @param offset in what is stored
   */
  record Place(long number, long start, long offset) {}

  private final List<Run> runs = new ArrayList<>();

  void add(int length) {
    Run latest = runs.isEmpty() ? new Run(0, length) : runs.get(runs.size() - 1);
    if (latest.length() == length && !runs.isEmpty() && latest.count() < Integer.MAX_VALUE) {
      runs.set(runs.size() - 1, new Run(latest.count() + 1, length));
    } else {
      runs.add(new Run(1, length));
    }
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(runs.size() * RUN);
    runs.forEach(run -> out.putInt(run.count()).putInt(run.length()));
    return out.array();
  }

  /** Reads what {@link #bytes} gave and somebody has vouched for. */
  static FrameIndex of(byte[] bytes) {
    FrameIndex index = new FrameIndex();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.remaining() >= RUN) {
      index.runs.add(new Run(in.getInt(), in.getInt()));
    }
    return index;
  }

  /** The frame with that byte of the artifact; behind the end the place after the last frame. */
  Place find(long position) {
    long number = 0;
    long start = 0;
    long offset = Format.HEADER;
    for (Run run : runs) {
      long within = Math.min(run.count(), (position - start) / run.length());
      number += within;
      start += within * run.length();
      offset += within * Format.stored(run.length());
      if (within < run.count()) {
        break;
      }
    }
    return new Place(number, start, offset);
  }
}
