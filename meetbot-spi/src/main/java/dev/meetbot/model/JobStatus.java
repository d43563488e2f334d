package dev.meetbot.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a bot is. Why it is there is told by {@link EndReason} and {@link Failure}. */
public enum JobStatus {
  QUEUED,
  JOINING,
  IN_CALL,
  RECORDING,
  FINALIZING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** The name on the wire, for example {@code in_call}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the job has ended: nothing changes its status any more. */
  public boolean terminal() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }

  /** Whether the bot is in the meeting itself (not in the waiting room). */
  public boolean inMeeting() {
    return this == IN_CALL || this == RECORDING;
  }

  /** The status of that wire name. */
  public static Optional<JobStatus> find(String wireName) {
    return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
  }
}
