package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.meeting.AudioShape;
import java.util.List;

/** How loud a packet counts, by what the page's audio is like. Pure. */
final class Loudness {
  /** About 30 dB below the loudest: clearly speech. */
  static final double PRESENT = 0.03;

  /** A packet of Opus in which nothing is said is shorter. */
  private static final int SILENT_BYTES = 8;

  private final AudioShape shape;
  private final boolean named;

  /**
   * @param named whether the packets' contributing source is known already by their file
   */
  Loudness(AudioShape shape, boolean named) {
    this.shape = shape;
    this.named = named;
  }

  /** Whether there is nothing to hear in the packet. */
  static boolean silent(double level, int bytes) {
    return bytes <= SILENT_BYTES || (level >= 0 && AudioLevels.dbov(level) == AudioLevels.SILENT);
  }

  /**
   * The level from 0 to 1. Where sources share a track something must stand for them even when the
   * sender does not say how loud they are.
   *
   * @param level negative when the sender does not say
   */
  double of(double level, int bytes) {
    boolean shared = named || shape == AudioShape.MIX;
    return level < 0 && shared && !silent(level, bytes) ? PRESENT : level;
  }

  /** The contributing sources whose loudness is told apart. */
  List<Long> sources(PictureJoiner.Picture picture) {
    return shape == AudioShape.MIX ? picture.sources() : List.of();
  }
}
