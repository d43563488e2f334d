package dev.meetbot.war.room;

import org.jspecify.annotations.Nullable;

/**
 * What makes somebody host of a room; made when the room is opened. Guarded by its {@link Room}.
 */
final class HostKey {
  private @Nullable String fingerprint;

  /** Whether the room has been opened. */
  boolean made() {
    return fingerprint != null;
  }

  /** Makes the token, to be told once. */
  String make(Tokens tokens) {
    String token = tokens.secret();
    fingerprint = Tokens.fingerprint(token);
    return token;
  }

  /** Whether this token makes a host; one from an earlier meeting of that name means nothing. */
  boolean opensFor(@Nullable String token) {
    if (token == null || fingerprint == null) {
      return false;
    }
    if (!Tokens.fingerprint(token).equals(fingerprint)) {
      throw RoomException.forbidden("This is not the host token of the meeting.");
    }
    return true;
  }
}
