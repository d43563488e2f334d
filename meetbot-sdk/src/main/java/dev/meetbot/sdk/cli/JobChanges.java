package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.JobStatus;
import dev.meetbot.sdk.RecordingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became different between two looks at a job. Pure. */
final class JobChanges {
  /** Something that happened, when, and whether it is a new status. */
  record Change(Instant at, String text, boolean isStatus) {}

  private JobChanges() {}

  /**
   * In the order of time.
   *
   * @param before null at the first look
   * @param seen when {@code now} was seen, for what has no time of its own
   */
  static List<Change> between(@Nullable Job before, Job now, Instant seen) {
    List<Change> changes = new ArrayList<>();
    int known = before == null ? 0 : before.statusHistory().size();
    for (Job.StatusEntry entry :
        now.statusHistory().subList(Math.min(known, now.statusHistory().size()), size(now))) {
      changes.add(new Change(entry.at() == null ? seen : entry.at(), JobText.entry(entry), true));
    }
    Instant waits = now.waitingRoomSince();
    if (waits != null && (before == null || !waits.equals(before.waitingRoomSince()))) {
      changes.add(new Change(waits, "in the waiting room", false));
    }
    recording(before, now, seen, changes);
    int people = before == null ? 0 : before.participantCount();
    if (people != now.participantCount() && isInCall(now)) {
      changes.add(new Change(seen, people(now) + " in the call", false));
    }
    return changes;
  }

  static String people(Job job) {
    return Words.count(job.participantCount(), "person", "people");
  }

  /** Whether there are people around the bot. */
  static boolean isInCall(Job job) {
    return job.status().equals(JobStatus.RECORDING) || job.status().equals(JobStatus.IN_CALL);
  }

  private static int size(Job job) {
    return job.statusHistory().size();
  }

  private static void recording(@Nullable Job before, Job now, Instant seen, List<Change> changes) {
    RecordingState old = before == null ? null : before.recordingState();
    RecordingState state = now.recordingState();
    // outside of the call the state only follows the status
    if (state == null || Objects.equals(old, state) || !isInCall(now)) {
      return;
    }
    if (state.equals(RecordingState.PAUSED)) {
      changes.add(new Change(seen, "recording paused", false));
    } else if (state.equals(RecordingState.RECORDING) && RecordingState.PAUSED.equals(old)) {
      changes.add(new Change(seen, "recording resumed", false));
    } else if (state.equals(RecordingState.STOPPED) && old != null) {
      changes.add(new Change(seen, "recording stopped", false));
    }
  }
}
