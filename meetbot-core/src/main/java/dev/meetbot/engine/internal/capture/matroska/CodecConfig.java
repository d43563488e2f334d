package dev.meetbot.engine.internal.capture.matroska;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The CodecPrivate element of each codec. */
final class CodecConfig {
  /** Samples that an Opus encoder looks ahead (RFC 7845 section 5.1: pre-skip), at 48 kHz. */
  static final int OPUS_PRE_SKIP = 312;

  private CodecConfig() {}

  /** What a decoder needs before the first packet; empty where the packets tell all. */
  static Optional<byte[]> of(TrackFormat format, byte[] firstKeyFrame) {
    return switch (format.codec()) {
      case OPUS -> Optional.of(opusHead(format));
      case H264 -> AvcConfig.of(firstKeyFrame);
      case AV1 -> Av1Config.of(firstKeyFrame);
      case VP8, VP9, MJPEG -> Optional.empty();
    };
  }

  /** The identification header of RFC 7845 section 5.1. */
  private static byte[] opusHead(TrackFormat format) {
    return ByteBuffer.allocate(19)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) format.channels())
        .putShort((short) OPUS_PRE_SKIP)
        .putInt(format.sampleRate())
        .putShort((short) 0)
        .put((byte) 0)
        .array();
  }
}
