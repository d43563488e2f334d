package dev.meetbot.engine.internal.capture.matroska;

import java.util.Arrays;

/**
 * One coded frame as it was sent: an Opus packet, a VP8 or VP9 frame, an H.264 access unit with
 * start codes (Annex B), an AV1 temporal unit.
 *
 * @param timeMs on the file's line
 * @param key whether decoding can begin here; true for audio
 * @param data not copied: leave it alone
 */
public record Packet(long timeMs, boolean key, byte[] data) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Packet p
        && timeMs == p.timeMs
        && key == p.key
        && Arrays.equals(data, p.data);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(timeMs) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "Packet[" + timeMs + " ms" + (key ? ", key, " : ", ") + data.length + " bytes]";
  }
}
