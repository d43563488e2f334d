package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The AV1CodecConfigurationRecord ("AV1 Codec ISO Media File Format Binding" section 2.3), made
 * from the sequence header of a key frame (AV1 bitstream specification section 5.5).
 */
final class Av1Config {
  private static final int SEQUENCE_HEADER = 1;

  private Av1Config() {}

  /** Empty when the temporal unit has no sequence header that we can read. */
  static Optional<byte[]> of(byte[] temporalUnit) {
    int at = 0;
    while (at < temporalUnit.length) {
      int start = at;
      int header = temporalUnit[at++] & 255;
      boolean extension = (header & 4) != 0;
      at += extension ? 1 : 0;
      long size = temporalUnit.length - at;
      if ((header & 2) != 0) {
        size = 0;
        for (int i = 0; i < 8 && at < temporalUnit.length; i++) {
          int part = temporalUnit[at++] & 255;
          size |= (long) (part & 127) << 7 * i;
          if (part < 128) {
            break;
          }
        }
      }
      if (size < 0 || size > temporalUnit.length - at) {
        return Optional.empty();
      }
      if ((header >> 3 & 15) == SEQUENCE_HEADER && size >= 3) {
        return Optional.of(record(temporalUnit, start, at, (int) size, header, extension));
      }
      at += (int) size;
    }
    return Optional.empty();
  }

  private static byte[] record(
      byte[] unit, int start, int payload, int size, int header, boolean extension) {
    int first = unit[payload] & 255;
    int profile = first >> 5;
    boolean reduced = (first >> 3 & 1) == 1;
    // reduced: level follows at bit 5. Else timing(1)=0, delay(1), points(5), idc(12), level(5).
    int level = reduced ? bits(unit, payload, 5, 5) : bits(unit, payload, 24, 5);
    int tier = !reduced && level > 7 ? bits(unit, payload, 29, 1) : 0;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x81);
    out.write(profile << 5 | level);
    out.write(tier << 7 | 0x0C); // 8 bits, 4:2:0, all that WebRTC sends in profile 0
    out.write(0);
    if ((header & 2) != 0) {
      out.writeBytes(Arrays.copyOfRange(unit, start, payload + size));
    } else {
      out.write(header | 2);
      if (extension) {
        out.write(unit[start + 1]);
      }
      for (int rest = size; ; rest >>= 7) {
        out.write(rest > 127 ? rest & 127 | 128 : rest);
        if (rest <= 127) {
          break;
        }
      }
      out.write(unit, payload, size);
    }
    return out.toByteArray();
  }

  private static int bits(byte[] bytes, int from, int bit, int count) {
    int value = 0;
    for (int i = bit; i < bit + count; i++) {
      int at = from + i / 8;
      value = value << 1 | (at < bytes.length ? bytes[at] >> 7 - i % 8 & 1 : 0);
    }
    return value;
  }
}
