package dev.meetbot.engine.internal.calendar;

import java.util.Locale;

/** Why an invite changed nothing. */
enum Reason {
  /** A newer version came before. */
  OLDER_SEQUENCE,
  /** The same version came before. */
  DUPLICATE,
  /** It is over. */
  PAST,
  /** It has no time of day. */
  ALL_DAY,
  /** It has no start, or one that does not exist. */
  NO_START,
  /** No text in it holds a meeting's link. */
  NO_MEETING_URL,
  /** It has a link of a product that cannot be joined here. */
  PLATFORM_NOT_SUPPORTED,
  /** It repeats in a way that no meeting does, or that is not understood. */
  UNSUPPORTED_RECURRENCE,
  /** It begins after the time that is planned now; it is planned later. */
  OUTSIDE_WINDOW,
  /** A cancellation of what was never heard of. */
  NOT_KNOWN,
  /** The bot is on its way or in the call. */
  ALREADY_RUNNING,
  /** The job has ended. */
  JOB_ENDED,
  /** It is cancelled, and was so before. */
  CANCELLED,
  /** An answer of an attendee, not a word of the organizer. */
  METHOD_NOT_SUPPORTED,
  /** The calendar holds no event with a UID. */
  NO_EVENT,
  /** The engine refuses such a job. */
  NOT_JOINABLE;

  /** The name on the wire. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
