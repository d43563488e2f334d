package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** H.264 byte streams (ITU-T H.264 Annex B) to and from units with a four-byte length. */
final class AnnexB {
  private static final byte[] START_CODE = {0, 0, 0, 1};

  private AnnexB() {}

  /** The NAL units between start codes; none when there is no start code. */
  static List<byte[]> units(byte[] stream) {
    List<byte[]> units = new ArrayList<>();
    int start = -1;
    for (int i = 0; i + 2 < stream.length; i++) {
      if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
        addUnit(units, stream, start, i);
        start = i + 3;
        i += 2;
      }
    }
    addUnit(units, stream, start, stream.length);
    return units;
  }

  private static void addUnit(List<byte[]> units, byte[] stream, int start, int end) {
    int last = end;
    // A unit never ends in zero: these belong to the next start code or are padding.
    while (last > start && start >= 0 && stream[last - 1] == 0) {
      last--;
    }
    if (start >= 0 && last > start) {
      units.add(Arrays.copyOfRange(stream, start, last));
    }
  }

  static byte[] toLengthPrefixed(byte[] stream) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(stream.length + 16);
    for (byte[] unit : units(stream)) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(unit.length).array());
      out.writeBytes(unit);
    }
    return out.toByteArray();
  }

  static byte[] fromLengthPrefixed(byte[] units) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(units.length + 16);
    ByteBuffer in = ByteBuffer.wrap(units);
    while (in.remaining() >= 4) {
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        break;
      }
      out.writeBytes(START_CODE);
      out.write(units, in.position(), length);
      in.position(in.position() + length);
    }
    return out.toByteArray();
  }
}
