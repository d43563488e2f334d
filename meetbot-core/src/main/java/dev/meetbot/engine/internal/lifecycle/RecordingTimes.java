package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.Job;
import dev.meetbot.model.Lease;
import dev.meetbot.model.RecordedTime;
import dev.meetbot.model.RecordingState;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts for how long a job is recorded, at every change of it: whatever starts, pauses or ends a
 * recording, no path can forget to. Pure.
 *
 * @param silence after so long without a heartbeat a bot counts as dead since that heartbeat
 */
public record RecordingTimes(Duration silence) implements JobHook {
  @Override
  public Job beforeCommit(Job before, Job after, Instant now) {
    RecordedTime time = before.progress().recorded();
    boolean givenUp = before.lease() != null && after.lease() == null;
    boolean runs = after.progress().recordingState() == RecordingState.RECORDING && !givenUp;
    RecordedTime next = runs ? time.running(now) : time.stopped(end(before, now));
    return after.progress().recorded().equals(next)
        ? after
        : JobEdits.within(after, edit -> edit.recorded = next);
  }

  private Instant end(Job before, Instant now) {
    Lease lease = before.lease();
    return lease != null && lease.renewedAt().plus(silence).isBefore(now) ? lease.renewedAt() : now;
  }

  /**
   * What is certain to have been recorded up to now: a bot that is dead since its last heartbeat is
   * not known to be yet.
   */
  public static long confirmedMillis(Job job, Instant now) {
    Lease lease = job.lease();
    Instant seen = lease == null || lease.renewedAt().isAfter(now) ? now : lease.renewedAt();
    return job.progress().recorded().millisAt(seen);
  }
}
