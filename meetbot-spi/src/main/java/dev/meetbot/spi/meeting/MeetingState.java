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
  /** A policy keeps the bot out, or something that the page does not say. */
  AUTH_REQUIRED,
  /** Only people who are signed in get further. */
  SIGN_IN_REQUIRED,
  /** The meeting wants a passcode, and there is none or a wrong one. */
  PASSCODE_REQUIRED,
  /** The platform took the bot for one and refuses it. */
  BLOCKED,
  /** The page lost its connection to the meeting. */
  DISCONNECTED,
  /** Left by itself. */
  LEFT
}
