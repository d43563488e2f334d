package dev.meetbot.war.room;

/**
 * Something that one participant is told.
 *
 * @param type name of the server-sent event
 * @param data becomes its JSON
 */
record RoomEvent(String type, Object data) {
  /** An event with its place in one participant's order, from 1. */
  record Numbered(long number, RoomEvent event) {}
}
