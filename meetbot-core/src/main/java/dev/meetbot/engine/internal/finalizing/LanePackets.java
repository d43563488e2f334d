package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a file: one track after the other, counted from the first packet. Used by one
 * thread.
 */
final class LanePackets implements Iterator<Packet>, Closeable {
  private final ArtifactStore store;
  private final FilePlan plan;
  private int index = -1;
  private @Nullable TrackPackets current;
  private @Nullable Packet next;

  LanePackets(ArtifactStore store, FilePlan plan) {
    this.store = store;
    this.plan = plan;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /**
   * @throws UncheckedIOException when the store fails
   */
  @Override
  public Packet next() {
    Packet packet = next;
    if (packet == null) {
      throw new NoSuchElementException();
    }
    advance();
    return new Packet(packet.timeMs() - plan.startMs(), packet.key(), packet.data());
  }

  private void advance() {
    try {
      next = null;
      while (next == null && (ready() || openNext())) {
        Packet packet = packets().next();
        // The track that took over has the rest.
        next = packet.timeMs() < untilMs() ? packet : null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrackPackets packets() {
    return java.util.Objects.requireNonNull(current);
  }

  private boolean ready() {
    return current != null && current.hasNext();
  }

  private long untilMs() {
    return index + 1 < plan.tracks().size()
        ? plan.tracks().get(index + 1).span().startMs()
        : Long.MAX_VALUE;
  }

  private boolean openNext() throws IOException {
    do {
      close();
      index++;
      if (index >= plan.tracks().size()) {
        return false;
      }
      current = TrackPackets.open(store, plan.tracks().get(index).track()).orElse(null);
    } while (!ready());
    return true;
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
