package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a tapped track on the recording's line, in order of time, from the first that can
 * be decoded. Streams from the store; used by one thread.
 */
final class TrackPackets implements Iterator<Packet>, Closeable {
  private final MatroskaReader reader;
  private final long offsetMs;
  private long lastMs;
  private @Nullable Packet next;

  private TrackPackets(MatroskaReader reader, long offsetMs) {
    this.reader = reader;
    this.offsetMs = offsetMs;
    Packet first = read();
    while (first != null && !first.key()) {
      // Without the picture that they change, these show nothing.
      first = read();
    }
    next = first;
  }

  /** Opens the track; empty when its file is missing or was torn before the first packet. */
  static Optional<TrackPackets> open(ArtifactStore store, CapturedTrack track) throws IOException {
    Optional<ArtifactContent> content = store.read(track.key(), ByteRange.ALL);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new TrackPackets(new MatroskaReader(content.get().stream()), track.offsetMs()));
    } catch (IOException e) {
      // The reader has closed the stream. What breaks off within the header holds no packet.
      return Optional.empty();
    }
  }

  TrackFormat format() {
    return reader.format();
  }

  private @Nullable Packet read() {
    if (!reader.hasNext()) {
      return null;
    }
    Packet packet = reader.next();
    lastMs = Math.max(lastMs, packet.timeMs() + offsetMs);
    return new Packet(lastMs, packet.key(), packet.data());
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
    return packet;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
