package dev.meetbot.engine.internal.capture.matroska;

import java.util.Arrays;
import java.util.Optional;

/**
 * What we need of the sequence header of a key frame (AV1 bitstream specification section 5.5).
 *
 * @param payload the header without its OBU header
 */
record Av1Sequence(int profile, int level, int tier, int width, int height, byte[] payload) {
  private static final int SEQUENCE_HEADER = 1;
  private static final int HAS_SIZE = 2;
  private static final int HAS_EXTENSION = 4;

  /** Empty when the temporal unit has none. */
  static Optional<Av1Sequence> find(byte[] unit) {
    int at = 0;
    while (at < unit.length) {
      int header = unit[at++] & 255;
      at += (header & HAS_EXTENSION) != 0 ? 1 : 0;
      long size = unit.length - at;
      if ((header & HAS_SIZE) != 0) {
        size = 0;
        int part = 128;
        for (int i = 0; i < 8 && part >= 128 && at < unit.length; i++) {
          part = unit[at++] & 255;
          size |= (long) (part & 127) << 7 * i;
        }
      }
      if (size < 0 || size > unit.length - at) {
        return Optional.empty();
      }
      if ((header >> 3 & 15) == SEQUENCE_HEADER) {
        return Optional.of(parse(Arrays.copyOfRange(unit, at, at + (int) size)));
      }
      at += (int) size;
    }
    return Optional.empty();
  }

  private static Av1Sequence parse(byte[] payload) {
    BitReader in = new BitReader(payload);
    int profile = in.bits(3);
    in.flag(); // still_picture
    int level = 0;
    int tier = 0;
    if (in.flag()) { // reduced_still_picture_header
      level = in.bits(5);
    } else {
      in.flag(); // timing_info_present_flag: never set in WebRTC
      boolean delays = in.flag();
      int points = in.bits(5) + 1;
      for (int i = 0; i < points; i++) {
        in.bits(12);
        int pointLevel = in.bits(5);
        int pointTier = pointLevel > 7 ? in.bits(1) : 0;
        level = i == 0 ? pointLevel : level;
        tier = i == 0 ? pointTier : tier;
        if (delays && in.flag()) {
          in.bits(4);
        }
      }
    }
    int widthBits = in.bits(4) + 1;
    int heightBits = in.bits(4) + 1;
    int width = in.bits(widthBits) + 1;
    int height = in.bits(heightBits) + 1;
    return new Av1Sequence(profile, level, tier, width, height, payload);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Av1Sequence s && Arrays.equals(payload, s.payload);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(payload);
  }
}
