package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.guest.HttpGuest;
import dev.meetbot.lab.receiver.ReceivedWebhook;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The rules by which a bot leaves, and the failures that need no guest with a voice; with {@link
 * MeetingsIT} and {@link FaultsIT} every one that the built-in room can bring about.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class EndingsIT {
  private static final String FATHOM = "Fathom Notetaker";

  private Forwarder cable;
  private MeetingScene scene;

  @BeforeAll
  void open(@TempDir Path dir) {
    cable = Forwarder.start();
    scene =
        MeetingScene.open(dir, "-Dmeetbot.max-bots=6", "-Dmeetbot.room.hosts=" + cable.authority());
    cable.to(scene.server.base());
  }

  @AfterAll
  void close() {
    scene.close();
    cable.close();
  }

  @Test
  void silence_ends_a_call_and_speech_does_not() {
    try (Guest host = scene.host("quiet")) {
      String job = errand("quiet").leaves("afterSilenceSeconds", 5).send();
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(8));
      Instant quietAt = Instant.now();
      assertThat(scene.jobs.get(job).getString("status")).isEqualTo("recording");
      JsonObject end = scene.awaitEnd(job);
      assertCompleted(end, "silence");
      Instant left = Instant.parse(entry(end, "finalizing").getString("at"));
      assertThat(Duration.between(quietAt, left))
          .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }
  }

  @Test
  void the_longest_stay_ends_a_call() {
    try (HttpGuest host = HttpGuest.openDoor(scene.room("long"), "Ada")) {
      String job = errand("long").leaves("afterMaxSeconds", 4).send();
      JsonObject end = scene.awaitEnd(job);
      assertCompleted(end, "max_duration");
      Instant joined = Instant.parse(end.getString("joinedAt"));
      Instant left = Instant.parse(entry(end, "finalizing").getString("at"));
      assertThat(Duration.between(joined, left))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
      host.leave();
    }
  }

  @Test
  void a_meeting_to_which_nobody_comes_is_left() {
    HttpGuest.openDoor(scene.room("empty"), "Ada").leave();
    String job = errand("empty").leaves("afterNoOneJoinedSeconds", 3).send();
    JsonObject end = scene.awaitEnd(job);
    assertCompleted(end, "no_one_joined");
    assertThat(end.getInt("participantCount")).isZero();
  }

  @Test
  void another_bot_is_told_of_and_left_alone_with_its_like() {
    URI room = scene.room("rivals");
    try (HttpGuest host = HttpGuest.openDoor(room, "Ada");
        HttpGuest rival = HttpGuest.join(room, FATHOM, join -> {})) {
      String shy = new Errand(scene, "shy", room).named("Shy").leavesOtherBots().send();
      assertCompleted(scene.awaitEnd(shy), "competing_bot");
      assertThat(detected(shy))
          .singleElement()
          .satisfies(
              data -> {
                assertThat(data.getString("botName")).isEqualTo(FATHOM);
                assertThat(data.getString("vendor")).isEqualTo("Fathom");
                assertThat(data.getBoolean("leftMeeting")).isTrue();
              });
      String calm = new Errand(scene, "calm", room).leaves("afterOnlyBotsSeconds", 3).send();
      scene.await(calm, job -> job.getInt("participantCount") == 2);
      host.leave();
      assertCompleted(scene.awaitEnd(calm), "only_bots_left");
      assertThat(detected(calm))
          .singleElement()
          .satisfies(data -> assertThat(data.getBoolean("leftMeeting")).isFalse());
      rival.leave();
    }
  }

  @Test
  void another_meetbot_is_a_bot_too_and_the_own_tile_is_none() {
    URI room = scene.room("twins");
    try (HttpGuest host = HttpGuest.openDoor(room, "Ada")) {
      String first = new Errand(scene, "twin-1", room).leavesOtherBots().send();
      scene.await(first, job -> job.getInt("participantCount") == 1);
      assertThat(scene.jobs.get(first).getString("status")).isEqualTo("recording");
      String second = new Errand(scene, "twin-2", room).named("meetbot").send();
      JsonObject end = scene.awaitEnd(first);
      assertCompleted(end, "competing_bot");
      assertThat(detected(first))
          .singleElement()
          .satisfies(data -> assertThat(data.getString("vendor")).isEqualTo("meetbot"));
      scene.await(second, "recording");
      host.endForAll();
      assertCompleted(scene.awaitEnd(second), "meeting_ended");
    }
  }

  @Test
  void a_meeting_that_does_not_exist() {
    String job = new Errand(scene, "missing", scene.room("no-such-room")).send();
    assertFailed(scene.awaitEnd(job), "meeting_not_found", "There is no such meeting.");
  }

  @Test
  void a_meeting_that_keeps_bots_out() {
    HttpGuest host = HttpGuest.join(scene.room("no-bots"), "Ada", join -> join.add("bots", false));
    try (host) {
      String job = errand("no-bots").send();
      assertFailed(scene.awaitEnd(job), "auth_failure", "This meeting does not admit bots.");
    }
  }

  @Test
  void a_meeting_that_is_over_before_the_bot_is_in() {
    try (HttpGuest host = HttpGuest.join(scene.room("over"), "Ada", join -> {})) {
      String job = errand("over").send();
      scene.await(job, j -> j.get("waitingRoomSince") != JsonValue.NULL);
      host.endForAll();
      assertFailed(scene.awaitEnd(job), "meeting_ended", "the meeting was over");
    }
  }

  @Test
  @Tag("long")
  void a_connection_that_does_not_come_back() {
    try (HttpGuest host = HttpGuest.openDoor(scene.room("cut"), "Ada")) {
      URI throughTheCable = URI.create("http://" + cable.authority() + "/room/cut");
      String job = new Errand(scene, "cut", throughTheCable).send();
      scene.await(job, "recording");
      cable.cut();
      JsonObject end = scene.awaitEnd(job);
      assertFailed(end, "network_loss", "no connection");
      assertThat(end.get("manifestUri")).as("what was recorded").isNotEqualTo(JsonValue.NULL);
      host.leave();
    }
  }

  @Test
  void a_server_without_room_for_a_bot(@TempDir Path dir) {
    try (MeetingScene full =
        MeetingScene.open(dir, "-Dmeetbot.max-bots=0", "-Dmeetbot.dispatch-timeout=2s")) {
      JsonObject end = full.awaitEnd(new Errand(full, "full", full.room("full")).send());
      assertFailed(end, "dispatch_timeout", "no bot was free");
    }
  }

  private Errand errand(String room) {
    return new Errand(scene, room, scene.room(room));
  }

  /** What the receiver was told of other bots, once all of the job's words are there. */
  private List<JsonObject> detected(String job) {
    return scene
        .receiver
        .await(all -> all.stream().anyMatch(w -> isDetection(w, job)), Duration.ofSeconds(30))
        .stream()
        .filter(w -> isDetection(w, job))
        .map(ReceivedWebhook::data)
        .toList();
  }

  private static boolean isDetection(ReceivedWebhook webhook, String job) {
    return webhook.accepted()
        && webhook.event().equals("bot.competing_bot_detected")
        && webhook.data().getString("jobId").equals(job);
  }

  private static JsonObject entry(JsonObject job, String status) {
    return job.getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("status").equals(status))
        .findFirst()
        .orElseThrow();
  }

  private static void assertCompleted(JsonObject job, String reason) {
    assertThat(job.getString("status")).as("%s", job).isEqualTo("completed");
    assertThat(job.getString("endReason")).isEqualTo(reason);
  }

  private static void assertFailed(JsonObject job, String code, String detail) {
    assertThat(job.getString("status")).as("%s", job).isEqualTo("failed");
    assertThat(job.getString("failureCode")).isEqualTo(code);
    assertThat(job.getString("failureDetail")).contains(detail);
  }
}
