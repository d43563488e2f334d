package dev.meetbot.war.room;

/** A request that the room refuses; carries the HTTP status and a stable error code. */
final class RoomException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;

  RoomException(int status, String error, String message) {
    super(message);
    this.status = status;
    this.error = error;
  }

  int status() {
    return status;
  }

  /** Stable code for programs, such as {@code invalid_input}. */
  String error() {
    return error;
  }

  static RoomException invalid(String message) {
    return new RoomException(400, "invalid_input", message);
  }

  static RoomException unauthorized() {
    return new RoomException(401, "unauthorized", "This token belongs to nobody in the meeting.");
  }

  static RoomException forbidden(String message) {
    return new RoomException(403, "forbidden", message);
  }

  static RoomException notFound(String message) {
    return new RoomException(404, "not_found", message);
  }

  static RoomException conflict(String message) {
    return new RoomException(409, "conflict", message);
  }

  static RoomException botsRefused() {
    return new RoomException(403, "bots_refused", "This meeting does not admit bots.");
  }

  static RoomException full() {
    return new RoomException(409, "full", "The meeting is full.");
  }
}
