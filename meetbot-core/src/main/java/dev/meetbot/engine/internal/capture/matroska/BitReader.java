package dev.meetbot.engine.internal.capture.matroska;

/** Bits from the most significant one on; past the end there are zeros. */
final class BitReader {
  private final byte[] bytes;
  private int at;

  BitReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      value = value << 1 | (at / 8 < bytes.length ? bytes[at / 8] >> 7 - at % 8 & 1 : 0);
    }
    return value;
  }

  boolean flag() {
    return bits(1) == 1;
  }
}
