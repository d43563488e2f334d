package dev.meetbot.war.room;

import java.util.Locale;

/** Where somebody stands who is not gone. */
enum Admission {
  /** No host has come yet. */
  WAITING_FOR_HOST,
  /** In the waiting room: a host decides. */
  WAITING,
  /** Takes part. */
  IN_CALL;

  /** The name in the protocol. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
