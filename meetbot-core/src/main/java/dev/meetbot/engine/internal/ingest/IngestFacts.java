package dev.meetbot.engine.internal.ingest;

import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.internal.lifecycle.JobEdits;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a report changes beside the status. Pure. */
final class IngestFacts {
  private IngestFacts() {}

  /** The change, with the note that the report was taken in. */
  static JobChange taken(JobChange change, IngestReport report) {
    return new JobChange(
        JobEdits.within(change.job(), edit -> fill(edit, report)), change.messages());
  }

  /** The report's small facts on a job that is where the report says; empty when nothing is new. */
  static Optional<JobChange> of(Job job, IngestReport report, Instant now) {
    Progress before = job.progress();
    Progress after = before.with(edit -> fill(edit, report));
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(
            new JobChange(JobEdits.next(job, now, edit -> fill(edit, report)), List.of()));
  }

  private static void fill(Progress.Editor edit, IngestReport report) {
    if (report.event() != IngestReport.Event.HEARTBEAT) {
      edit.reported = Math.max(edit.reported, report.sequence());
    }
    if (report.participantCount() != null) {
      edit.participantCount = report.participantCount();
    }
    if (edit.status == JobStatus.RECORDING) {
      edit.recordingState = recording(edit.recordingState, report);
    }
    List<BotCommand> left =
        edit.commands.stream().filter(c -> !report.done().contains(c.requestId())).toList();
    edit.commands = left;
  }

  private static RecordingState recording(RecordingState before, IngestReport report) {
    return switch (report.event()) {
      case RECORDING_PAUSED -> RecordingState.PAUSED;
      case RECORDING_STARTED, RECORDING_RESUMED -> RecordingState.RECORDING;
      default -> before;
    };
  }
}
