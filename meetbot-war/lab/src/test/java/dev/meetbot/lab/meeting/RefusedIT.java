package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.truth.Span;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Recordings that somebody says no to: the host of the meeting, and the credit. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class RefusedIT {
  private MeetingScene scene;

  /** There is credit for exactly one minute. */
  @BeforeEach
  void open(@TempDir Path dir) {
    scene =
        MeetingScene.open(
            dir,
            "-Dmeetbot.billing=true",
            "-Dmeetbot.billing.price-per-hour=60",
            "-Dmeetbot.billing.free-credit=1");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void what_the_host_does_not_allow_is_not_recorded() {
    try (Guest ada = scene.host("denied")) {
      String job = scene.sendWith("denied", consent());
      ada.awaitWaiting(MeetingScene.BOT, MeetingScene.PATIENCE);
      ada.admit(MeetingScene.BOT);
      scene.await(job, "in_call");
      scene.talk(ada, Duration.ofSeconds(2));
      assertThat(scene.raw(job, scene.dir.resolve("raw-denied"))).isEmpty();
      ada.denyRecording();
      JsonObject end = scene.awaitEnd(job);
      assertFailed(end, "recording_disabled", "Ada did not allow the recording");
      assertThat(end.getString("endReason")).isEqualTo("recording_refused");
      assertThat(end.getInt("billedSeconds")).isZero();
      assertThat(statuses(end))
          .containsExactly("queued", "joining", "in_call", "finalizing", "failed");
      ada.await(
          "the bot gone",
          room -> room.participantId(MeetingScene.BOT).isEmpty(),
          Duration.ofSeconds(30));
      Recording nothing = scene.jobs.download(job, scene.dir.resolve("denied"));
      assertThat(nothing.files())
          .extracting(RecordedFile::name)
          .noneMatch(name -> name.matches(".*\\.(webm|mkv|mp4|opus|wav)"));
    }
  }

  @Test
  @Tag("long")
  void a_call_ends_with_the_credit_and_what_was_paid_for_is_kept() {
    try (Guest ada = scene.host("broke")) {
      String job = scene.send("broke");
      scene.admit(ada, job);
      scene.talk(ada, Duration.ofSeconds(12));
      List<Span> spoken = ada.speech().spans();
      JsonObject end = scene.awaitEnd(job);
      assertFailed(end, "quota_exceeded", "credit");
      assertThat(end.getInt("billedSeconds")).isEqualTo(60);
      ada.await(
          "the bot gone",
          room -> room.participantId(MeetingScene.BOT).isEmpty(),
          Duration.ofSeconds(30));
      Recording kept = scene.jobs.download(job, scene.dir.resolve("broke"));
      System.err.println("refused: " + kept.window().lengthMs() + " ms were recorded");
      assertThat(kept.window().lengthMs()).isBetween(60_000.0, 66_000.0);
      RecordedFile audio = kept.file("audio", "Ada").orElseThrow();
      List<Double> starts = ToneEnvelope.of(Sound.of(audio.path()), MeetingScene.ADA.hz()).onsets();
      double zero = kept.startedAtMs() + audio.offsetMs();
      assertThat(starts).hasSameSizeAs(spoken).hasSize(1);
      assertThat(Math.abs(starts.get(0) - (spoken.get(0).startMs() - zero))).isLessThan(150);
      assertThat(scene.told(job, "job.failed", Duration.ofSeconds(30)))
          .containsExactly("joining", "in_call", "recording", "finalizing", "failed", "job.failed");
      assertThatThrownBy(() -> scene.send("one-more"))
          .hasMessageContaining("402")
          .hasMessageContaining("quota_exceeded");
      ada.leave();
    }
  }

  private static JsonObject consent() {
    return Json.createObjectBuilder()
        .add("consent", Json.createObjectBuilder().add("required", true).add("timeoutSeconds", 60))
        .build();
  }

  private static List<String> statuses(JsonObject job) {
    return job.getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
        .map(row -> row.getString("status"))
        .toList();
  }

  private static void assertFailed(JsonObject job, String code, String detail) {
    assertThat(job.getString("status")).as("%s", job).isEqualTo("failed");
    assertThat(job.getString("failureCode")).isEqualTo(code);
    assertThat(job.getString("failureDetail")).contains(detail);
  }
}
