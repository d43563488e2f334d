package dev.meetbot.model;

import java.util.Locale;

/** Why a job ended or a call was over. New reasons may be added: readers must not fail on them. */
public enum EndReason {
  /** The host ended the meeting for all. */
  MEETING_ENDED,
  /** A client asked the bot to leave; the recording is kept and the job completes. */
  LEAVE_REQUESTED,
  /** A client cancelled the job. */
  CANCEL_REQUESTED,
  /** The host removed the bot. */
  REMOVED,
  /** Nobody but the bot was left. */
  EVERYONE_LEFT,
  /** Nobody else ever came. */
  NO_ONE_JOINED,
  /** Only bots were left. */
  ONLY_BOTS_LEFT,
  /** Nobody spoke for long. */
  SILENCE,
  /** The longest allowed stay was over. */
  MAX_DURATION,
  /** Another recording bot was seen and the job asked to leave then. */
  COMPETING_BOT,
  /** Not admitted in time. */
  ENTRY_TIMEOUT,
  /** The host refused entry. */
  DENIED,
  /** The host did not allow to record, and the job required it. */
  RECORDING_REFUSED,
  /** Something broke; {@link Failure} tells what. */
  FAULT;

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
