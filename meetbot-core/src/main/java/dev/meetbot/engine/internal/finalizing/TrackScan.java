package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.OpusPacket;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one reading of a tapped track found.
 *
 * @param span from the first packet to the end of the last
 * @param active when pictures came; a longer break means that the camera was off
 * @param width of the largest picture
 * @param height of the largest picture
 */
record TrackScan(
    CapturedTrack track, TrackFormat format, Span span, List<Span> active, int width, int height) {
  /** A camera that sends nothing for so long is off. */
  static final long CAMERA_BREAK_MS = 3_000;

  /** A shared page on which nothing moves may send little for long. */
  static final long SCREEN_BREAK_MS = 15_000;

  /** How long a last picture stands when nothing tells. */
  static final long PICTURE_MS = 100;

  TrackScan {
    active = List.copyOf(active);
  }

  /** Reads the track once; empty when it holds no packet. Blocks. */
  static Optional<TrackScan> of(ArtifactStore store, CapturedTrack track) throws IOException {
    Optional<TrackPackets> opened = TrackPackets.open(store, track);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TrackPackets packets = opened.get()) {
      if (!packets.hasNext()) {
        return Optional.empty();
      }
      return Optional.of(scan(track, packets));
    }
  }

  private static TrackScan scan(CapturedTrack track, TrackPackets packets) {
    TrackFormat format = packets.format();
    long breakMs = track.screen() ? SCREEN_BREAK_MS : CAMERA_BREAK_MS;
    int width = format.width();
    int height = format.height();
    List<Span> active = new ArrayList<>();
    long first = -1;
    long since = 0;
    long end = 0;
    while (packets.hasNext()) {
      Packet packet = packets.next();
      if (first < 0) {
        first = packet.timeMs();
        since = first;
      } else if (packet.timeMs() - end > breakMs) {
        active.add(new Span(since, end));
        since = packet.timeMs();
      }
      end = Math.max(end, packet.timeMs() + lengthMs(format, packet));
      if (packet.key() && format.codec() == Codec.VP8) {
        int[] size = vp8Size(packet.data());
        if (size[0] * size[1] > width * height) {
          width = size[0];
          height = size[1];
        }
      }
    }
    active.add(new Span(since, end));
    return new TrackScan(track, format, new Span(first, end), active, width, height);
  }

  private static long lengthMs(TrackFormat format, Packet packet) {
    return format.codec() == Codec.OPUS ? OpusPacket.samples(packet.data()) / 48 : PICTURE_MS;
  }

  /** Width and height of a VP8 key frame (RFC 6386 section 9.1). */
  static int[] vp8Size(byte[] frame) {
    if (frame.length < 10 || frame[3] != (byte) 0x9d || frame[4] != 1 || frame[5] != 0x2a) {
      return new int[] {0, 0};
    }
    int width = (frame[6] & 255 | (frame[7] & 255) << 8) & 0x3fff;
    int height = (frame[8] & 255 | (frame[9] & 255) << 8) & 0x3fff;
    return new int[] {width, height};
  }
}
