package dev.meetbot.war.room;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of one mailbox onto one stream. However many threads call it, one at a time
 * writes.
 */
final class EventPump implements Runnable {
  private static final System.Logger LOG = System.getLogger(EventPump.class.getName());

  private final RoomServer server;
  private final Room room;
  private final Sse sse;
  private final SseEventSink sink;
  private final AtomicInteger wakeUps = new AtomicInteger();
  private final AtomicBoolean beat = new AtomicBoolean(true);
  private volatile @Nullable Mailbox mailbox;

  EventPump(RoomServer server, Room room, Sse sse, SseEventSink sink) {
    this.server = server;
    this.room = room;
    this.sse = sse;
    this.sink = sink;
  }

  /** Begins; events of the mailbox from before this call are sent first. */
  void start(Mailbox source) {
    mailbox = source;
    server.add(this);
    run();
  }

  /** There may be something to send. */
  @Override
  public void run() {
    if (wakeUps.getAndIncrement() == 0) {
      try {
        server.execute(this::drain);
      } catch (RejectedExecutionException e) {
        close(); // the application is stopping
      }
    }
  }

  /** Sends a comment, so that both ends notice a dead connection. */
  void beat() {
    beat.set(true);
    run();
  }

  /** Ends the stream without a word; the client will come again. */
  void cut() {
    server.remove(this);
    close();
  }

  /**
   * When the application stops, JAX-RS may have stopped before, and then fails to close a stream.
   */
  private void close() {
    try {
      sink.close();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "an event stream was not closed in order", e);
    }
  }

  private void drain() {
    int seen;
    do {
      seen = wakeUps.get();
      try {
        sendAll();
      } catch (RuntimeException e) {
        // Mostly a client that is gone. Whatever it was, this stream is in no known state now.
        LOG.log(Level.DEBUG, "an event stream broke off", e);
        cut();
        room.disconnected(this);
        return;
      }
    } while (!wakeUps.compareAndSet(seen, 0));
  }

  private void sendAll() {
    Mailbox source = mailbox;
    if (source == null) {
      return;
    }
    if (beat.getAndSet(false)) {
      send(sse.newEventBuilder().comment("alive").build());
    }
    for (var next = source.take(this); next != null; next = source.take(this)) {
      send(
          sse.newEventBuilder()
              .id(Long.toString(next.number()))
              .name(next.event().type())
              .data(String.class, server.jsonb().toJson(next.event().data()))
              .build());
    }
    if (source.over(this)) {
      cut();
    }
  }

  private void send(OutboundSseEvent event) {
    if (sink.isClosed()) {
      throw new IllegalStateException("the client is gone");
    }
    sink.send(event).toCompletableFuture().join();
  }
}
