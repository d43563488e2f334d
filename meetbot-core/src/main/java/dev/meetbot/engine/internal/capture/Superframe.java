package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** One picture made of the frames of its spatial layers. */
final class Superframe {
  private Superframe() {}

  /**
   * Joins them. A VP9 superframe ends with an index of its frames (VP9 bitstream specification,
   * Annex B); the other codecs tell where a frame ends by themselves.
   */
  static byte[] join(Codec codec, List<byte[]> layers) {
    if (layers.size() == 1) {
      return layers.get(0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    layers.forEach(out::writeBytes);
    if (codec == Codec.VP9) {
      int marker = 0xC0 | 3 << 3 | layers.size() - 1;
      out.write(marker);
      for (byte[] layer : layers) {
        for (int shift = 0; shift < 32; shift += 8) {
          out.write(layer.length >> shift);
        }
      }
      out.write(marker);
    }
    return out.toByteArray();
  }
}
