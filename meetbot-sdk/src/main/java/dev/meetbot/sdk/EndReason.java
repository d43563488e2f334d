package dev.meetbot.sdk;

/**
 * Why a job ended or a call was over. A newer server may send one that is not among the constants;
 * it keeps its text.
 *
 * @param text as on the wire
 */
public record EndReason(String text) {
  /** The meeting ended. */
  public static final EndReason MEETING_ENDED = new EndReason("meeting_ended");

  /** {@code leaveBot} was called. */
  public static final EndReason LEAVE_REQUESTED = new EndReason("leave_requested");

  /** {@code cancelBot} was called. */
  public static final EndReason CANCEL_REQUESTED = new EndReason("cancel_requested");

  /** Somebody removed it. */
  public static final EndReason REMOVED = new EndReason("removed");

  /** Alone after others had been there. */
  public static final EndReason EVERYONE_LEFT = new EndReason("everyone_left");

  /** Nobody else ever came. */
  public static final EndReason NO_ONE_JOINED = new EndReason("no_one_joined");

  /** Only bots were left. */
  public static final EndReason ONLY_BOTS_LEFT = new EndReason("only_bots_left");

  /** Nobody spoke for long. */
  public static final EndReason SILENCE = new EndReason("silence");

  /** The longest stay was over. */
  public static final EndReason MAX_DURATION = new EndReason("max_duration");

  /** Another bot was seen. */
  public static final EndReason COMPETING_BOT = new EndReason("competing_bot");

  /** Not let in in time. */
  public static final EndReason ENTRY_TIMEOUT = new EndReason("entry_timeout");

  /** Refused at the door. */
  public static final EndReason DENIED = new EndReason("denied");

  /** Something failed. */
  public static final EndReason FAULT = new EndReason("fault");

  @Override
  public String toString() {
    return text;
  }
}
