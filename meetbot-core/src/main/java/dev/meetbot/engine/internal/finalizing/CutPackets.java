package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.OpusPacket;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packets of parts of tracks in order of time, counted from the first one. What two tracks have
 * at the same time is taken from the one that was there first. Used by one thread.
 */
final class CutPackets implements Iterator<Packet>, Closeable {
  /** Clocks of two senders differ by so much that what follows may seem to begin a bit early. */
  private static final long OVERLAP_MS = 60;

  private final List<Lane> lanes = new ArrayList<>();
  private @Nullable Lane current;
  private long endMs;
  private long lastMs = -1;
  private @Nullable Packet next;
  private final long startMs;

  private CutPackets(ArtifactStore store, List<PacketCut> cuts) throws IOException {
    try {
      for (PacketCut cut : cuts) {
        Optional<TrackPackets> opened = TrackPackets.open(store, cut.scan().track());
        if (opened.isPresent()) {
          Lane lane = new Lane(opened.get(), cut.spans());
          lanes.add(lane);
          lane.advance();
        }
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    Packet first = read();
    next = first;
    startMs = first == null ? 0 : first.timeMs();
  }

  /** Opens the tracks. Blocks. */
  static CutPackets open(ArtifactStore store, List<PacketCut> cuts) throws IOException {
    return new CutPackets(store, cuts);
  }

  /** The first packet's time on the recording's line. */
  long startMs() {
    return startMs;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Packet next() {
    Packet packet = next;
    if (packet == null) {
      throw new NoSuchElementException();
    }
    next = read();
    return new Packet(packet.timeMs() - startMs, packet.key(), packet.data());
  }

  private @Nullable Packet read() {
    while (true) {
      Lane lane =
          lanes.stream()
              .filter(l -> l.head != null)
              .min(Comparator.comparingLong(Lane::headMs))
              .orElse(null);
      if (lane == null || lane.head == null) {
        return null;
      }
      Packet packet = lane.head;
      lane.advance();
      boolean twice = current != null && current != lane && packet.timeMs() < endMs - OVERLAP_MS;
      if (!twice) {
        current = lane;
        long time = Math.max(packet.timeMs(), lastMs + 1);
        lastMs = time;
        endMs = Math.max(endMs, time + lengthMs(packet));
        return new Packet(time, packet.key(), packet.data());
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Lane lane : lanes) {
      lane.packets.close();
    }
  }

  private static long lengthMs(Packet packet) {
    return OpusPacket.samples(packet.data()) / 48;
  }

  /** One track's packets that lie within its spans by their middle. */
  private static final class Lane {
    private final TrackPackets packets;
    private final List<Span> spans;
    private int index;
    private @Nullable Packet head;

    Lane(TrackPackets packets, List<Span> spans) {
      this.packets = packets;
      this.spans = spans;
    }

    long headMs() {
      return head == null ? Long.MAX_VALUE : head.timeMs();
    }

    void advance() {
      head = null;
      while (head == null && packets.hasNext()) {
        Packet packet = packets.next();
        long middle = packet.timeMs() + lengthMs(packet) / 2;
        while (index < spans.size() && spans.get(index).endMs() <= middle) {
          index++;
        }
        if (index < spans.size() && spans.get(index).contains(middle)) {
          head = packet;
        }
      }
    }
  }
}
