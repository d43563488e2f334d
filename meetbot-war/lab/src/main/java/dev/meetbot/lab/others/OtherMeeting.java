package dev.meetbot.lab.others;

import dev.meetbot.lab.guest.OtherGuest;
import java.net.URI;
import java.util.List;

/** A meeting on somebody else's server, and what people do on its page. */
public interface OtherMeeting {
  /** Where it is. */
  URI url();

  /** Goes in; blocks until the guest is there. */
  void join(OtherGuest guest);

  /** Waits until the guest's page shows so many others. */
  void awaitOthers(OtherGuest guest, int others);

  /** What the page calls the guest. */
  default String name(OtherGuest guest) {
    return guest.voice().name();
  }

  /** Writes into the chat. */
  default void say(OtherGuest guest, String text) {
    throw new IllegalArgumentException("there is no chat at " + url());
  }

  /** What the guest's page shows that somebody wrote. */
  default List<String> lines(OtherGuest guest, String writer) {
    return List.of();
  }

  /** Puts somebody out, as whoever runs the room can. */
  default void remove(String name) {
    throw new IllegalArgumentException("nobody can be removed at " + url());
  }

  /** Ends the meeting for all. */
  default void end() {
    throw new IllegalArgumentException("nobody can end " + url());
  }
}
