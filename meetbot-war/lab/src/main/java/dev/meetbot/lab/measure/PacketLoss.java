package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import java.util.List;

/**
 * Packets missing in an audio file.
 *
 * @param packets how many are there
 * @param lost how many are missing between the first and the last, outside of pauses
 */
public record PacketLoss(int packets, int lost) {
  /** WebM counts whole milliseconds, so a step of 20 ms may be written as 19 or 21. */
  private static final double ROUNDING_MS = 2.5;

  /** Counts every step between packets that is not the packet's own duration. */
  public static PacketLoss of(List<Packet> packets, List<Span> pauses) {
    int lost = 0;
    for (int i = 1; i < packets.size(); i++) {
      Packet before = packets.get(i - 1);
      double duration = Double.isNaN(before.durationMs()) ? 20 : before.durationMs();
      double step = packets.get(i).atMs() - before.atMs();
      double endMs = packets.get(i).atMs();
      boolean paused =
          pauses.stream().anyMatch(p -> p.startMs() < endMs && p.endMs() > before.atMs());
      if (!paused && Math.abs(step - duration) > ROUNDING_MS) {
        lost += (int) Math.max(1, Math.round(step / duration) - 1);
      }
    }
    return new PacketLoss(packets.size(), lost);
  }
}
