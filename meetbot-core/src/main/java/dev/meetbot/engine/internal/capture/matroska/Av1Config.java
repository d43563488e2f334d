package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The AV1CodecConfigurationRecord ("AV1 Codec ISO Media File Format Binding" section 2.3). */
final class Av1Config {
  /** A sequence header OBU with a size and without an extension. */
  private static final int OBU_HEADER = 1 << 3 | 2;

  private Av1Config() {}

  /** Empty when the temporal unit has no sequence header. */
  static Optional<byte[]> of(byte[] temporalUnit) {
    return Av1Sequence.find(temporalUnit).map(Av1Config::record);
  }

  private static byte[] record(Av1Sequence sequence) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x81);
    out.write(sequence.profile() << 5 | sequence.level());
    out.write(sequence.tier() << 7 | 0x0C); // 8 bits, 4:2:0, all that WebRTC sends in profile 0
    out.write(0);
    out.write(OBU_HEADER);
    for (int rest = sequence.payload().length; ; rest >>= 7) {
      out.write(rest > 127 ? rest & 127 | 128 : rest);
      if (rest <= 127) {
        break;
      }
    }
    out.writeBytes(sequence.payload());
    return out.toByteArray();
  }
}
