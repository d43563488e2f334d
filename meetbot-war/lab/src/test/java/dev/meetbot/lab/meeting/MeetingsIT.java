package dev.meetbot.lab.meeting;

import static dev.meetbot.lab.meeting.MeetingScene.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.VideoFigures;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every way in which a bot's errand may end, in a real room with real guests. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class MeetingsIT {
  private MeetingScene scene;

  @BeforeAll
  void open(@TempDir Path dir) {
    scene = MeetingScene.open(dir);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void admitted_and_ended_by_the_host() {
    try (Guest host = scene.host("ended")) {
      String job = scene.send("ended");
      scene.admit(host, job);
      host.say("Hello");
      scene.talk(host, Duration.ofSeconds(4));
      host.endForAll();
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("completed");
      assertThat(end.getString("endReason")).isEqualTo("meeting_ended");
      Recording recording = scene.jobs.download(job, scene.dir.resolve("ended"));
      assertThat(recording.files())
          .extracting(RecordedFile::name)
          .contains(
              "audio.ada.webm",
              "video.ada.webm",
              "audio.mixed.webm",
              "video.webm",
              "timeline.json",
              "chat.jsonl");
      assertThat(recording.timeline()).anyMatch(span -> span.name().equals("Ada"));
      assertThat(scene.told(job, "job.finalized", Duration.ofSeconds(30)))
          .containsExactly(
              "joining", "in_call", "recording", "finalizing", "completed", "job.finalized");
    }
  }

  @Test
  @Tag("long")
  void denied_by_the_host() {
    try (Guest host = scene.host("denied")) {
      String job = scene.send("denied");
      host.awaitWaiting(MeetingScene.BOT, MeetingScene.PATIENCE);
      host.deny(MeetingScene.BOT);
      JsonObject end = scene.awaitEnd(job);
      assertFailed(end, "host_denied_admission", "denied");
      Recording evidence = scene.jobs.download(job, scene.dir.resolve("denied"));
      assertThat(evidence.files())
          .extracting(RecordedFile::name)
          .contains("evidence/screenshot.png", "evidence/page.json");
      assertThat(scene.told(job, "job.failed", Duration.ofSeconds(30)))
          .containsExactly("joining", "failed", "job.failed");
    }
  }

  @Test
  @Tag("long")
  void never_let_in_from_the_waiting_room() {
    try (Guest host = scene.host("lobby")) {
      String job = scene.send("lobby", timer("afterEntryDelaySeconds", 4));
      host.awaitWaiting(MeetingScene.BOT, MeetingScene.PATIENCE);
      assertFailed(scene.awaitEnd(job), "lobby_timeout", "waiting room");
    }
  }

  @Test
  @Tag("long")
  void no_host_ever_comes() {
    String job = scene.send("nobody", timer("afterEntryDelaySeconds", 4));
    assertFailed(scene.awaitEnd(job), "waiting_for_host", "host did not open");
  }

  @Test
  void removed_by_the_host() {
    try (Guest host = scene.host("removed")) {
      String job = scene.send("removed");
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(3));
      host.remove(MeetingScene.BOT);
      JsonObject end = scene.awaitEnd(job);
      assertFailed(end, "removed_from_meeting", "removed");
      Recording recording = scene.jobs.download(job, scene.dir.resolve("removed"));
      assertThat(recording.file("audio", "Ada")).isPresent();
    }
  }

  @Test
  @Tag("long")
  void called_back_by_the_client() {
    try (Guest host = scene.host("called-back")) {
      String job = scene.send("called-back");
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(3));
      scene.jobs.delete(job);
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("cancelled");
      host.await(
          "the bot gone",
          room -> room.participantId(MeetingScene.BOT).isEmpty(),
          Duration.ofSeconds(30));
      Recording recording = scene.jobs.download(job, scene.dir.resolve("called-back"));
      assertThat(recording.file("audio", "Ada")).isPresent();
    }
  }

  @Test
  void everybody_else_left() {
    try (Guest host = scene.host("alone")) {
      String job = scene.send("alone", timer("afterSoloSeconds", 3));
      scene.admit(host, job);
      host.leave();
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("completed");
      assertThat(end.getString("endReason")).isEqualTo("everyone_left");
    }
  }

  @Test
  void the_tab_itself_is_recorded_when_the_job_says_so() {
    try (Guest host = scene.host("tab")) {
      JsonObject tab = Json.createObjectBuilder().add("video", "tab").build();
      String job = scene.send("tab", JsonObject.EMPTY_JSON_OBJECT, tab);
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(6));
      host.endForAll();
      assertThat(scene.awaitEnd(job).getString("status")).isEqualTo("completed");
      Recording recording = scene.jobs.download(job, scene.dir.resolve("tab"));
      assertThat(recording.file("audio", "Ada")).isPresent();
      assertThat(recording.files("tab_video"))
          .singleElement()
          .satisfies(
              file -> {
                VideoFigures figures = VideoFigures.of(file.path());
                assertThat(figures.width()).isEqualTo(1280);
                assertThat(figures.durationMs()).isGreaterThan(5000);
                assertThat(figures.fps()).isGreaterThan(3);
              });
    }
  }

  private static void assertFailed(JsonObject job, String code, String detail) {
    assertThat(job.getString("status")).isEqualTo("failed");
    assertThat(job.getString("failureCode")).isEqualTo(code);
    assertThat(job.getString("failureDetail")).contains(detail);
  }
}
