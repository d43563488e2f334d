package dev.meetbot.sdk;

/**
 * Why a job failed. A newer server may send one that is not among the constants; it keeps its text.
 *
 * @param text as on the wire
 */
public record FailureCode(String text) {
  /** In the lobby, the host never came. */
  public static final FailureCode WAITING_FOR_HOST = new FailureCode("waiting_for_host");

  /** No such meeting. */
  public static final FailureCode MEETING_NOT_FOUND = new FailureCode("meeting_not_found");

  /** The host refused. */
  public static final FailureCode HOST_DENIED_ADMISSION = new FailureCode("host_denied_admission");

  /** Removed from the call. */
  public static final FailureCode REMOVED_FROM_MEETING = new FailureCode("removed_from_meeting");

  /** Over before the bot was in. */
  public static final FailureCode MEETING_ENDED = new FailureCode("meeting_ended");

  /** The server's fault. */
  public static final FailureCode INTERNAL_ERROR = new FailureCode("internal_error");

  /** No browser or worker in time. */
  public static final FailureCode DISPATCH_TIMEOUT = new FailureCode("dispatch_timeout");

  /** The connection was lost and not regained. */
  public static final FailureCode NETWORK_LOSS = new FailureCode("network_loss");

  /** Recording or consent was refused and the job required it. */
  public static final FailureCode RECORDING_DISABLED = new FailureCode("recording_disabled");

  /** In the lobby, nobody let it in. */
  public static final FailureCode LOBBY_TIMEOUT = new FailureCode("lobby_timeout");

  /** Sign-in, passcode or the platform's policy keep bots out. */
  public static final FailureCode AUTH_FAILURE = new FailureCode("auth_failure");

  /** Credit or concurrency is spent. */
  public static final FailureCode QUOTA_EXCEEDED = new FailureCode("quota_exceeded");

  @Override
  public String toString() {
    return text;
  }
}
