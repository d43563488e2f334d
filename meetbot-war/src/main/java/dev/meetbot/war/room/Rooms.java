package dev.meetbot.war.room;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All rooms of this server, in memory. Safe for all threads. */
final class Rooms {
  private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
  private final Limits limits;
  private final InstantSource clock;
  private final Tokens tokens = new Tokens();

  Rooms(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Joins; a room that stands for a missing one refuses everybody; whoever is no bot creates the
   * room by that if there is none.
   */
  Views.Joined join(String name, Requests.Join request) {
    if (Texts.isMissing(Texts.roomName(name))) {
      throw RoomException.notFound("There is no such meeting.");
    }
    if (request.resumeToken() != null) {
      return require(name).join(request);
    }
    Texts.displayName(request.displayName());
    Room room =
        rooms.compute(name, (key, old) -> old == null || old.isClosed() ? create(key) : old);
    return room.join(request);
  }

  private Room create(String name) {
    if (rooms.size() >= limits.rooms()) {
      throw new RoomException(503, "too_many_rooms", "The server has no space for another room.");
    }
    return new Room(name, limits, clock, tokens);
  }

  /** The room of that name while its meeting goes on. */
  Room require(String name) {
    Room room = rooms.get(Texts.roomName(name));
    if (room == null || room.isClosed()) {
      throw RoomException.notFound("There is no such meeting.");
    }
    return room;
  }

  /** What may be told to anybody; a room that nobody opened is no secret either. */
  Views.Info info(String name) {
    Room room = rooms.get(Texts.roomName(name));
    return room == null || room.isClosed() ? new Views.Info(name, false, true, false) : room.info();
  }

  /** To be called about once a second. */
  void tick() {
    rooms.values().forEach(Room::tick);
    rooms.values().removeIf(Room::isClosed);
  }
}
