package dev.meetbot.war.room;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Rooms with a clock that is moved by hand, and participants who read their events. */
final class RoomBench {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  final Rooms rooms;

  RoomBench(Limits limits) {
    rooms = new Rooms(limits, () -> now);
  }

  static RoomBench of() {
    return new RoomBench(Limits.DEFAULT);
  }

  long millis() {
    return now.toEpochMilli();
  }

  Room room() {
    return rooms.require("r");
  }

  void pass(Duration time) {
    now = now.plus(time);
    rooms.tick();
  }

  Guest join(Requests.Join request) {
    return new Guest(rooms.join("r", request));
  }

  Guest person(String name) {
    return join(new Requests.Join(name, false, null, null, null, null));
  }

  Guest bot(String name) {
    return join(new Requests.Join(name, true, null, null, null, null));
  }

  /** Opens the room without a waiting room. */
  Guest openDoor(String name) {
    return join(new Requests.Join(name, false, null, null, false, null));
  }

  static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable call, int status, String error) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RoomException.class,
            e ->
                org.assertj.core.api.Assertions.assertThat(e.status() + " " + e.error())
                    .isEqualTo(status + " " + error));
  }

  /** Somebody with an open event stream. */
  final class Guest implements Runnable {
    final Views.Joined joined;
    final String id;
    final String token;
    private final Mailbox mailbox;

    Guest(Views.Joined joined) {
      this.joined = joined;
      id = joined.participantId();
      token = joined.token();
      mailbox = room().connect(token, this, null);
    }

    @Override
    public void run() {}

    /** The events since the last call. */
    List<RoomEvent> events() {
      List<RoomEvent> list = new ArrayList<>();
      for (var next = mailbox.take(this); next != null; next = mailbox.take(this)) {
        list.add(next.event());
      }
      return list;
    }

    List<String> types() {
      return events().stream().map(RoomEvent::type).toList();
    }

    /** The data of the last event of this type since the last call. */
    <T> T last(String type, Class<T> as) {
      List<RoomEvent> of = events().stream().filter(e -> e.type().equals(type)).toList();
      return as.cast(of.get(of.size() - 1).data());
    }

    Views.Snapshot snapshot() {
      return last("snapshot", Views.Snapshot.class);
    }

    void loseStream() {
      room().disconnected(this);
    }
  }
}
