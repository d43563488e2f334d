package dev.meetbot.provider.remote;

import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change of a job means in the words of a report. Pure. */
final class Report {
  private Report() {}

  /** The report of a change; empty when the server need not know of it. */
  static Optional<JsonObject> of(Job before, Job after, String worker, long sequence, Instant at) {
    String event = event(before.progress(), after.progress());
    JsonObjectBuilder facts = facts(before.progress(), after.progress());
    JsonObject small = facts.build();
    if (event == null && small.isEmpty()) {
      return Optional.empty();
    }
    JsonObjectBuilder report =
        base(after.id().value(), worker, sequence, event == null ? "heartbeat" : event, at);
    small.forEach(report::add);
    if (event != null) {
      outcome(event, before.progress(), after.progress(), report);
    }
    return Optional.of(report.build());
  }

  /** The sign of life of a bot. */
  static JsonObject heartbeat(Job job, String worker, long sequence, Instant at) {
    return base(job.id().value(), worker, sequence, "heartbeat", at).build();
  }

  private static JsonObjectBuilder base(
      String job, String worker, long sequence, String event, Instant at) {
    return Json.createObjectBuilder()
        .add("jobId", job)
        .add("worker", worker)
        .add("sequence", sequence)
        .add("event", event)
        .add("at", at.toString());
  }

  private static @Nullable String event(Progress before, Progress after) {
    if (before.status() != after.status()) {
      return transition(before, after);
    }
    if (before.waitingRoomSince() == null && after.waitingRoomSince() != null) {
      return "waiting_room";
    }
    if (before.recordingState() != after.recordingState()) {
      return after.recordingState() == RecordingState.PAUSED
          ? "recording_paused"
          : "recording_resumed";
    }
    return null;
  }

  private static String transition(Progress before, Progress after) {
    return switch (after.status()) {
      case QUEUED -> "faulted";
      case JOINING -> "claimed";
      case IN_CALL -> before.status() == JobStatus.JOINING ? "admitted" : "recording_stopped";
      case RECORDING -> "recording_started";
      case FINALIZING -> "call_over";
      case COMPLETED, CANCELLED -> "finalized";
      case FAILED -> newFault(before, after) ? "faulted" : "finalized";
    };
  }

  private static boolean newFault(Progress before, Progress after) {
    return before.status() != JobStatus.FINALIZING
        || !Objects.equals(before.failure(), after.failure());
  }

  private static void outcome(
      String event, Progress before, Progress after, JsonObjectBuilder report) {
    report.add("recorded", after.recordingStartedAt() != null);
    if (after.endReason() != null) {
      report.add("endReason", after.endReason().wireName());
    }
    Failure failure = after.failure();
    if (failure != null) {
      report.add("failureCode", failure.code().wireName()).add("failureDetail", failure.detail());
    } else if (event.equals("faulted")) {
      report.add("failureCode", "internal_error"); // a retry keeps no failure
    }
    if (event.equals("faulted")) {
      report.add("phase", before.status() == JobStatus.FINALIZING ? "finalizing" : "joining");
    }
    if (after.manifestUri() != null) {
      report.add("manifestUri", after.manifestUri());
    }
  }

  private static JsonObjectBuilder facts(Progress before, Progress after) {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    if (before.participantCount() != after.participantCount()) {
      facts.add("participantCount", after.participantCount());
    }
    List<String> done =
        before.commands().stream()
            .filter(command -> !after.commands().contains(command))
            .map(command -> command.requestId())
            .toList();
    if (!done.isEmpty()) {
      facts.add("done", Json.createArrayBuilder(done));
    }
    if (after.consents().size() > before.consents().size()) {
      ConsentAnswer answer = after.consents().get(after.consents().size() - 1);
      JsonObjectBuilder consent =
          Json.createObjectBuilder()
              .add("granted", answer.granted())
              .add("reason", answer.reason().wireName());
      if (answer.respondent() != null) {
        consent.add("respondent", answer.respondent());
      }
      facts.add("consent", consent);
    }
    return facts;
  }
}
