package dev.meetbot.spi.meeting;

/** Where the page says the bot is. */
public enum MeetingState {
  /** Before asking to join. */
  PREJOIN,
  /** The meeting has no host yet. */
  WAITING_FOR_HOST,
  /** Asked, and somebody there could let the bot in. */
  WAITING_ROOM,
  IN_CALL,
  /** Entry was refused. */
  DENIED,
  /** There was no answer, says the platform. */
  ENTRY_TIMED_OUT,
  /** Put out after having been in. */
  REMOVED,
  /** The meeting is over for all. */
  ENDED,
  NOT_FOUND,
  FULL,
  /** A sign-in, passcode or policy keeps the bot out. */
  AUTH_REQUIRED,
  /** The page lost its connection to the meeting. */
  DISCONNECTED,
  /** Left by itself. */
  LEFT
}
