package dev.meetbot.jaxrs.dto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookTargets;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDtoTest {
  private static final Instant NOW = Instant.parse("2026-05-15T14:00:00.123456Z");

  private static Job queued() {
    JobSpec spec =
        new JobSpec(
            "e1",
            URI.create("https://meet.example/a"),
            "jitsi",
            Instant.parse("2026-05-15T15:00:00Z"),
            "meetbot",
            WebhookTargets.NONE,
            "{\"b\":2.50,\"a\":[null]}",
            AutoLeave.DEFAULTS,
            RecordingSpec.DEFAULTS,
            ConsentSpec.NOT_REQUIRED);
    return Job.queued(
        new JobId("019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234"), new TenantId("t"), spec, NOW, NOW);
  }

  private static JsonObject json(Object dto) {
    String text = JsonbFormat.create().toJson(dto);
    return Json.createReader(new StringReader(text)).readObject();
  }

  @Test
  void everyKeyIsThereAlsoWhenThereIsNothingToSay() {
    JsonObject job = json(JobDto.from(queued()));
    assertThat(job.keySet())
        .containsExactly(
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
            "statusHistory");
    for (String absent :
        List.of("waitingRoomSince", "manifestUri", "endReason", "failureCode", "endedAt")) {
      assertThat(job.get(absent)).as(absent).isEqualTo(JsonValue.NULL);
    }
    assertThat(job.getJsonObject("webhooks").get("onFinalize")).isEqualTo(JsonValue.NULL);
    assertThat(job.getJsonObject("consent").get("prompt")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void timesHaveMillisecondsAndDurationsAreSeconds() {
    JsonObject job = json(JobDto.from(queued()));
    assertThat(job.getString("createdAt")).isEqualTo("2026-05-15T14:00:00.123Z");
    assertThat(job.getString("joinAt")).isEqualTo("2026-05-15T15:00:00.000Z");
    assertThat(job.getJsonObject("autoLeave").getInt("afterMaxSeconds")).isEqualTo(14400);
    assertThat(job.getJsonObject("consent").getInt("timeoutSeconds")).isEqualTo(120);
  }

  @Test
  void metadataIsTheObjectThatWasGiven() {
    JsonObject metadata = json(JobDto.from(queued())).getJsonObject("metadata");
    assertThat(metadata).hasToString("{\"b\":2.50,\"a\":[null]}");
  }

  @Test
  void choicesHaveTheirWireNames() {
    JsonObject recording = json(JobDto.from(queued())).getJsonObject("recording");
    assertThat(recording.getString("audio")).isEqualTo("per_speaker");
    assertThat(recording.getString("layout")).isEqualTo("share_first");
  }

  @Test
  void theHistoryTellsEachStatusWithItsTime() {
    JsonObject row = json(JobDto.from(queued())).getJsonArray("statusHistory").getJsonObject(0);
    assertThat(row.getString("status")).isEqualTo("queued");
    assertThat(row.getString("at")).isEqualTo("2026-05-15T14:00:00.123Z");
    assertThat(row.get("reason")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void aFailureIsToldUnderBothItsNames() {
    Job job = queued();
    Job failed =
        new Job(
            job.id(),
            job.tenant(),
            2,
            job.spec(),
            job.progress()
                .with(
                    p -> {
                      p.status = JobStatus.FAILED;
                      p.endReason = EndReason.DENIED;
                      p.failure =
                          new Failure(FailureCode.HOST_DENIED_ADMISSION, "denied after 4 s");
                    }),
            null,
            job.history(),
            job.createdAt(),
            job.updatedAt());
    JsonObject dto = json(JobDto.from(failed));
    assertThat(dto.getString("status")).isEqualTo("failed");
    assertThat(dto.getString("endReason")).isEqualTo("denied");
    assertThat(dto.getString("failureCode")).isEqualTo("host_denied_admission");
    assertThat(dto.getString("failureDetail")).isEqualTo("denied after 4 s");
    assertThat(dto.getString("failureReason")).isEqualTo("denied after 4 s");
  }
}
