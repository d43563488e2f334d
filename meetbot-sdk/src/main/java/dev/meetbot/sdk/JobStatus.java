package dev.meetbot.sdk;

import java.util.Set;

/**
 * Where a bot is. A newer server may send one that is not among the constants; it keeps its text.
 *
 * @param text as on the wire
 */
public record JobStatus(String text) {
  /** Waits for its time or for a place. */
  public static final JobStatus QUEUED = new JobStatus("queued");

  /** On its way in, or in the waiting room. */
  public static final JobStatus JOINING = new JobStatus("joining");

  /** In the call, not recording. */
  public static final JobStatus IN_CALL = new JobStatus("in_call");

  /** Records, or pauses; see {@link Job#recordingState()}. */
  public static final JobStatus RECORDING = new JobStatus("recording");

  /** Out of the call; files are being made. */
  public static final JobStatus FINALIZING = new JobStatus("finalizing");

  /** Ended well; the manifest is there. */
  public static final JobStatus COMPLETED = new JobStatus("completed");

  /** Ended by a failure; see {@link Job#failureCode()}. */
  public static final JobStatus FAILED = new JobStatus("failed");

  /** Called back. */
  public static final JobStatus CANCELLED = new JobStatus("cancelled");

  private static final Set<JobStatus> ENDS = Set.of(COMPLETED, FAILED, CANCELLED);

  /** Whether nothing follows: completed, failed or cancelled. */
  public boolean isEnd() {
    return ENDS.contains(this);
  }

  @Override
  public String toString() {
    return text;
  }
}
