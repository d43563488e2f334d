package dev.meetbot.engine.internal.capture.matroska;

/** What the first bytes of an Opus packet say (RFC 6716 section 3.1). */
public final class OpusPacket {
  private static final int[] SILK_SAMPLES = {480, 960, 1920, 2880};
  private static final int[] CELT_SAMPLES = {120, 240, 480, 960};

  private OpusPacket() {}

  /** How long it plays, in samples of 48 kHz; 0 for an empty packet. */
  public static int samples(byte[] packet) {
    if (packet.length == 0) {
      return 0;
    }
    int config = packet[0] >> 3 & 31;
    int frame;
    if (config < 12) {
      frame = SILK_SAMPLES[config & 3];
    } else if (config < 16) {
      frame = (config & 1) == 0 ? 480 : 960;
    } else {
      frame = CELT_SAMPLES[config & 3];
    }
    int frames =
        switch (packet[0] & 3) {
          case 0 -> 1;
          case 1, 2 -> 2;
          default -> packet.length > 1 ? packet[1] & 63 : 0;
        };
    return frame * frames;
  }

  /**
   * How long before the packet was sent its first sound was spoken, in ms: its own length and what
   * the encoder looks ahead, by which players show a packet earlier than its block says.
   */
  public static double heldMs(byte[] packet) {
    return Math.ceil((samples(packet) + CodecConfig.OPUS_PRE_SKIP) / 48.0);
  }
}
