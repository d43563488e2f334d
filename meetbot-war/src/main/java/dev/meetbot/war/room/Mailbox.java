package dev.meetbot.war.room;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The events of one participant, in order and bounded. Events already sent are kept while there is
 * space, so that a stream that broke off can go on where the client says. Safe for all threads.
 */
final class Mailbox {
  private final int capacity;
  private final Deque<RoomEvent.Numbered> events = new ArrayDeque<>();
  private Runnable reader = () -> {};
  private long last;
  private long sent;
  private boolean overflowed;
  private boolean finished;

  Mailbox(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an event; nothing is added after {@link #finish} or an overflow. */
  void put(RoomEvent event) {
    Runnable listener;
    synchronized (this) {
      if (finished || overflowed) {
        return;
      }
      if (events.size() == capacity && events.removeFirst().number() > sent) {
        overflowed = true;
        return;
      }
      events.addLast(new RoomEvent.Numbered(++last, event));
      listener = reader;
    }
    listener.run();
  }

  /** The last event of all. */
  void finish(RoomEvent event) {
    put(event);
    Runnable listener;
    synchronized (this) {
      finished = true;
      listener = reader;
    }
    listener.run();
  }

  /** The next event to send, or null when there is none now or the reader has been replaced. */
  synchronized RoomEvent.@Nullable Numbered take(Runnable by) {
    if (by != reader) {
      return null;
    }
    for (RoomEvent.Numbered event : events) {
      if (event.number() > sent) {
        sent = event.number();
        return event;
      }
    }
    return null;
  }

  /** Whether this reader has nothing more to expect. */
  synchronized boolean over(Runnable by) {
    return by != reader || (finished && sent == last);
  }

  /** Whether the reader was too slow: events are lost and the participant cannot go on. */
  synchronized boolean overflowed() {
    return overflowed;
  }

  /** From now on this reader is run whenever there is something to take, and no other. */
  synchronized void attach(Runnable listener) {
    reader = listener;
  }

  /** Goes back to what the client saw last; an overflow if it is no longer kept. */
  synchronized void rewind(long lastSeen) {
    if (lastSeen < 0 || lastSeen > last) {
      throw RoomException.invalid("Last-Event-ID is not one of this stream.");
    }
    if (!events.isEmpty() && lastSeen + 1 < events.getFirst().number()) {
      overflowed = true;
    }
    sent = lastSeen;
  }

  /** Forgets everything, its reader too: a page that was loaded anew begins with a snapshot. */
  synchronized void clear() {
    reader = () -> {};
    events.clear();
    sent = last;
    overflowed = false;
  }
}
