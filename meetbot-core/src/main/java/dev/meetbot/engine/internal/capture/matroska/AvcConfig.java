package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/** The AVCDecoderConfigurationRecord (ISO/IEC 14496-15 section 5.3.3). */
final class AvcConfig {
  private static final int SPS = 7;
  private static final int PPS = 8;

  private AvcConfig() {}

  /** From a key frame in Annex B; empty when it carries no parameter sets. */
  static Optional<byte[]> of(byte[] keyFrame) {
    List<byte[]> units = AnnexB.units(keyFrame);
    List<byte[]> sps = units.stream().filter(u -> (u[0] & 31) == SPS && u.length >= 4).toList();
    List<byte[]> pps = units.stream().filter(u -> (u[0] & 31) == PPS).toList();
    if (sps.isEmpty() || pps.isEmpty() || sps.size() > 31 || pps.size() > 255) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    out.write(sps.get(0), 1, 3);
    out.write(0xFC | 3);
    out.write(0xE0 | sps.size());
    sps.forEach(unit -> sized(out, unit));
    out.write(pps.size());
    pps.forEach(unit -> sized(out, unit));
    int profile = sps.get(0)[1] & 255;
    if (profile == 100 || profile == 110 || profile == 122 || profile == 144) {
      // 4:2:0 with 8 bits, all that WebRTC sends, and no SPS extension.
      out.write(0xFC | 1);
      out.write(0xF8);
      out.write(0xF8);
      out.write(0);
    }
    return Optional.of(out.toByteArray());
  }

  private static void sized(ByteArrayOutputStream out, byte[] unit) {
    out.write(unit.length >> 8);
    out.write(unit.length);
    out.writeBytes(unit);
  }
}
