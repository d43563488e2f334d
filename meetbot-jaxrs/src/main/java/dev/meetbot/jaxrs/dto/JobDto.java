package dev.meetbot.jaxrs.dto;

import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.Progress;
import dev.meetbot.model.StatusChange;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job on the wire; every key is always there, null when there is nothing to say. */
@JsonbPropertyOrder({
  "id",
  "externalId",
  "meetingUrl",
  "platform",
  "status",
  "joinAt",
  "displayName",
  "metadata",
  "webhooks",
  "autoLeave",
  "recording",
  "consent",
  "join",
  "recordingState",
  "waitingRoomSince",
  "participantCount",
  "manifestUri",
  "endReason",
  "failureCode",
  "failureDetail",
  "failureReason",
  "billedSeconds",
  "createdAt",
  "updatedAt",
  "joinedAt",
  "endedAt",
  "statusHistory"
})
public record JobDto(
    String id,
    String externalId,
    String meetingUrl,
    String platform,
    String status,
    @Nullable String joinAt,
    String displayName,
    JsonObject metadata,
    WebhooksDto webhooks,
    AutoLeaveDto autoLeave,
    RecordingDto recording,
    ConsentDto consent,
    JoinDto join,
    String recordingState,
    @Nullable String waitingRoomSince,
    int participantCount,
    @Nullable String manifestUri,
    @Nullable String endReason,
    @Nullable String failureCode,
    @Nullable String failureDetail,
    @Nullable String failureReason,
    long billedSeconds,
    String createdAt,
    String updatedAt,
    @Nullable String joinedAt,
    @Nullable String endedAt,
    List<StatusDto> statusHistory) {

  public static JobDto from(Job job) {
    JobSpec spec = job.spec();
    Progress progress = job.progress();
    Failure failure = progress.failure();
    EndReason reason = progress.endReason();
    String detail = failure == null ? null : failure.detail();
    return new JobDto(
        job.id().value(),
        spec.externalId(),
        spec.meetingUrl().toString(),
        spec.platform(),
        progress.status().wireName(),
        Times.write(spec.joinAt()),
        spec.displayName(),
        JsonTexts.object(spec.metadata()),
        WebhooksDto.from(spec.webhooks()),
        AutoLeaveDto.from(spec.autoLeave()),
        RecordingDto.from(spec.recording()),
        ConsentDto.from(spec.consent()),
        JoinDto.from(spec.join()),
        progress.recordingState().wireName(),
        Times.write(progress.waitingRoomSince()),
        progress.participantCount(),
        progress.manifestUri(),
        reason == null ? null : reason.wireName(),
        failure == null ? null : failure.code().wireName(),
        detail,
        // the older name of the same sentence
        detail,
        progress.billedSeconds(),
        Times.text(job.createdAt()),
        Times.text(job.updatedAt()),
        Times.write(progress.joinedAt()),
        Times.write(progress.endedAt()),
        job.history().stream().map(StatusDto::from).toList());
  }

  /** One row of the history. */
  @JsonbPropertyOrder({"status", "at", "reason"})
  public record StatusDto(String status, @Nullable String at, @Nullable String reason) {
    static StatusDto from(StatusChange change) {
      return new StatusDto(change.status().wireName(), Times.write(change.at()), change.reason());
    }
  }
}
