package dev.meetbot.engine.internal.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records that framer.js writes, little endian. The page is not trusted: every length is
 * checked against what is there before anything is allocated.
 */
final class TapFrameReader {
  private static final int KEY = 1;
  private static final int VIDEO = 2;
  private static final int LEVEL = 4;
  private static final int CONTAINER = 8;
  private static final int LAYER_SHIFT = 5;

  private final ByteBuffer in;

  TapFrameReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasMore() {
    return in.hasRemaining();
  }

  long unsigned32() {
    need(4);
    return Integer.toUnsignedLong(in.getInt());
  }

  TapFrame frame() {
    need(36);
    int track = Short.toUnsignedInt(in.getShort());
    int flags = Byte.toUnsignedInt(in.get());
    int csrcCount = Byte.toUnsignedInt(in.get());
    long rtp = unsigned32();
    long ssrc = unsigned32();
    int sequence = in.getInt();
    int width = Short.toUnsignedInt(in.getShort());
    int height = Short.toUnsignedInt(in.getShort());
    double level = in.getFloat();
    double receivedMs = in.getDouble();
    need(4 * csrcCount + 4);
    List<Long> csrcs = new ArrayList<>(csrcCount);
    for (int i = 0; i < csrcCount; i++) {
      csrcs.add(unsigned32());
    }
    int length = in.getInt();
    need(length);
    byte[] data = new byte[length];
    in.get(data);
    boolean levelKnown = (flags & LEVEL) != 0 && level >= 0 && level <= 1;
    if (!(receivedMs > 0 && receivedMs < 1e14)) {
      throw new TapFormatException("received at " + receivedMs);
    }
    return new TapFrame(
        track,
        (flags & VIDEO) != 0,
        (flags & KEY) != 0,
        (flags & CONTAINER) != 0,
        flags >> LAYER_SHIFT,
        rtp,
        ssrc,
        sequence,
        width,
        height,
        levelKnown ? level : -1,
        receivedMs,
        List.copyOf(csrcs),
        data);
  }

  private void need(int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new TapFormatException(
          bytes + " bytes wanted at " + in.position() + " of " + in.limit());
    }
  }
}
