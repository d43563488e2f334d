package dev.meetbot.war.room;

import java.time.Duration;

/**
 * How much a room takes.
 *
 * @param inCall people and bots in one call; a mesh costs each of them one connection per other
 * @param waiting people and bots before the door
 * @param rooms rooms at a time
 * @param mailbox events that one participant may lag behind
 * @param goneAfter how long a participant without an event stream is kept
 * @param roomEmptyFor how long a room without anybody in the call is kept
 */
record Limits(
    int inCall, int waiting, int rooms, int mailbox, Duration goneAfter, Duration roomEmptyFor) {
  static final Limits DEFAULT =
      new Limits(8, 50, 1000, 1000, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
