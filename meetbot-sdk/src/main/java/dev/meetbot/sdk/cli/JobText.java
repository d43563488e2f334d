package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.JobStatus;
import dev.meetbot.sdk.RecordingState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A job as people read it. Pure. */
final class JobText {
  private JobText() {}

  /** All that matters of it, over several lines. */
  static List<String> card(Job job, Instant now, ZoneId zone, boolean colour) {
    List<String> lines =
        new ArrayList<>(
            new Card()
                .row("job", job.id())
                .row("external id", job.externalId())
                .row("status", status(job))
                .row("meeting", Words.address(job.meetingUrl()))
                .row("platform", job.platform())
                .row("bot", job.displayName())
                .row("join at", joinAt(job, zone))
                .row("waits", waits(job, now))
                .row("people", people(job))
                .row("in the call", stay(job, now))
                .row("ended", Words.date(job.endedAt(), zone))
                .row("end reason", job.endReason())
                .row("failure", failure(job))
                .row("billed", job.billedSeconds() == 0 ? "" : span(job.billedSeconds()))
                .row("manifest", Words.address(job.manifestUri()))
                .row("metadata", job.metadata().isEmpty() ? "" : JsonText.line(job.metadata()))
                .lines());
    lines.replaceAll(line -> paint(line, job, colour));
    lines.add("");
    for (Job.StatusEntry entry : job.statusHistory()) {
      lines.add("  " + Words.date(entry.at(), zone) + "  " + entry(entry));
    }
    return lines;
  }

  /** The status, and what is not obvious of it. */
  static String status(Job job) {
    if (job.status().equals(JobStatus.RECORDING)
        && RecordingState.PAUSED.equals(job.recordingState())) {
      return "recording (paused)";
    }
    return job.status().equals(JobStatus.JOINING) && job.waitingRoomSince() != null
        ? "joining (in the waiting room)"
        : job.status().text();
  }

  static Colour colour(JobStatus status) {
    if (status.equals(JobStatus.COMPLETED)) {
      return Colour.GOOD;
    }
    if (status.equals(JobStatus.FAILED)) {
      return Colour.BAD;
    }
    return status.equals(JobStatus.CANCELLED) ? Colour.WARN : Colour.LIVE;
  }

  static String failure(Job job) {
    String detail = job.failureDetail() == null ? "" : ": " + job.failureDetail();
    return job.failureCode() == null ? "" : job.failureCode() + detail;
  }

  static String entry(Job.StatusEntry entry) {
    String reason = Words.clean(entry.reason());
    return Words.clean(entry.status()) + (reason.isEmpty() ? "" : "  (" + reason + ")");
  }

  private static String joinAt(Job job, ZoneId zone) {
    boolean soon = job.joinAt() == null || job.joinAt().equals(job.createdAt());
    return soon || job.joinedAt() != null ? "" : Words.date(job.joinAt(), zone);
  }

  private static String waits(Job job, Instant now) {
    return job.waitingRoomSince() == null
        ? ""
        : "in the waiting room for " + Words.span(Duration.between(job.waitingRoomSince(), now));
  }

  private static Object people(Job job) {
    return job.hasEnded() || job.joinedAt() == null ? "" : job.participantCount();
  }

  private static String stay(Job job, Instant now) {
    if (job.joinedAt() == null) {
      return "";
    }
    return Words.span(
        Duration.between(job.joinedAt(), job.endedAt() == null ? now : job.endedAt()));
  }

  private static String span(long seconds) {
    return Words.span(Duration.ofSeconds(seconds));
  }

  private static String paint(String line, Job job, boolean colour) {
    return line.startsWith("status ") ? colour(job.status()).on(line, colour) : line;
  }
}
