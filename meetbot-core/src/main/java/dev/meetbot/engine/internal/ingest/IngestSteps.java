package dev.meetbot.engine.internal.ingest;

import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.IngestReport.Event;
import dev.meetbot.engine.IngestReport.Phase;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingState;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a job gets to where a report says its bot is: one trigger after the other, so that reports
 * that were lost on the way are made up for. Pure.
 */
final class IngestSteps {
  private static final Set<Event> ENDS = Set.of(Event.CALL_OVER, Event.FINALIZED, Event.FAULTED);

  private IngestSteps() {}

  /** The next trigger; empty when the job is there already, or beyond. */
  static Optional<Trigger> next(Job job, IngestReport report) {
    if (report.event() == Event.HEARTBEAT) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (job.status()) {
          case QUEUED -> Trigger.of(Trigger.Kind.CLAIMED);
          case JOINING -> fromJoining(report);
          case IN_CALL, RECORDING -> fromCall(job, report);
          case FINALIZING -> fromFinalizing(report);
          case COMPLETED, FAILED, CANCELLED -> null;
        });
  }

  private static @Nullable Trigger fromJoining(IngestReport report) {
    Phase phase = report.phase() == null ? Phase.JOINING : report.phase();
    return switch (report.event()) {
      case CLAIMED, WAITING_ROOM, HEARTBEAT -> null;
      case FAULTED -> phase == Phase.JOINING ? fault(report) : Trigger.of(Trigger.Kind.ADMITTED);
      default -> Trigger.of(Trigger.Kind.ADMITTED);
    };
  }

  private static @Nullable Trigger fromCall(Job job, IngestReport report) {
    boolean recording = job.status() == JobStatus.RECORDING;
    boolean unheard = job.progress().recordingState() == RecordingState.IDLE && report.recorded();
    if (unheard && ENDS.contains(report.event())) {
      return Trigger.of(Trigger.Kind.RECORDING_STARTED);
    }
    return switch (report.event()) {
      case RECORDING_STARTED, RECORDING_PAUSED, RECORDING_RESUMED ->
          recording ? null : Trigger.of(Trigger.Kind.RECORDING_STARTED);
      case RECORDING_STOPPED -> stopped(job, recording);
      case CALL_OVER, FINALIZED -> over(report);
      case FAULTED -> report.phase() == Phase.FINALIZING ? over(report) : fault(report);
      default -> null;
    };
  }

  /** A stop says that there was a start. */
  private static @Nullable Trigger stopped(Job job, boolean recording) {
    if (recording) {
      return Trigger.of(Trigger.Kind.RECORDING_STOPPED);
    }
    return job.progress().recordingState() == RecordingState.IDLE
        ? Trigger.of(Trigger.Kind.RECORDING_STARTED)
        : null;
  }

  private static @Nullable Trigger fromFinalizing(IngestReport report) {
    return switch (report.event()) {
      case FINALIZED -> Trigger.finalized(report.manifestUri());
      case FAULTED ->
          report.phase() == Phase.IN_CALL || report.phase() == Phase.JOINING ? null : fault(report);
      default -> null;
    };
  }

  private static Trigger over(IngestReport report) {
    EndReason reason = report.endReason() == null ? EndReason.MEETING_ENDED : report.endReason();
    FailureCode code = report.event() == Event.FAULTED ? null : report.failureCode();
    Failure failure = code == null ? null : new Failure(code, detail(report));
    return new Trigger(Trigger.Kind.CALL_OVER, reason, failure, null);
  }

  private static Trigger fault(IngestReport report) {
    FailureCode code =
        report.failureCode() == null ? FailureCode.INTERNAL_ERROR : report.failureCode();
    EndReason reason = report.endReason() == null ? EndReason.FAULT : report.endReason();
    return Trigger.faulted(reason, code, detail(report)).withManifest(report.manifestUri());
  }

  private static String detail(IngestReport report) {
    return report.failureDetail() == null ? "the worker gave no detail" : report.failureDetail();
  }
}
