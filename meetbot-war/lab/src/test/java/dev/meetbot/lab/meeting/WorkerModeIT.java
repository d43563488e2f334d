package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.Spectrum;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.truth.Span;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A server that runs no bots, and a worker that has nothing in common with it but HTTP. */
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class WorkerModeIT {
  private MeetingScene scene;

  @BeforeAll
  void open(@TempDir Path dir) {
    scene = MeetingScene.open(dir, "-Dmeetbot.max-bots=0");
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void a_worker_records_and_the_server_has_the_files(@TempDir Path dir) throws Exception {
    try (ServerProcess worker = worker(dir);
        Guest ada = scene.host("remote")) {
      String job = scene.send("remote");
      scene.admit(ada, job);
      assertThat(worker.tree().descendants("--meetbot-session")).isNotEmpty();
      assertThat(scene.server.tree().descendants("--meetbot-session")).isEmpty();
      scene.talk(ada, Duration.ofSeconds(4));
      scene.jobs.ask(job, "pause-recording");
      scene.await(job, j -> j.getString("recordingState").equals("paused"));
      scene.talk(ada, Duration.ofSeconds(3));
      scene.jobs.ask(job, "resume-recording");
      scene.await(job, j -> j.getString("recordingState").equals("recording"));
      scene.talk(ada, Duration.ofSeconds(4));
      List<Span> spoken = ada.speech().spans();
      ada.endForAll();

      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).as("%s", end).isEqualTo("completed");
      assertThat(end.getString("endReason")).isEqualTo("meeting_ended");
      assertThat(end.getString("manifestUri")).startsWith(scene.server.base().toString());
      assertThat(scene.told(job, "job.finalized", Duration.ofSeconds(30)))
          .containsExactly(
              "joining", "in_call", "recording", "finalizing", "completed", "job.finalized");
      Recording recording = scene.jobs.download(job, dir.resolve("files"));
      assertThat(recording.files()).allMatch(RecordedFile::isAsManifested);
      assertThat(recording.pauses()).hasSize(1);
      heard(recording, List.of(spoken.get(0), spoken.get(2)));
      scene.jobs.await(job, j -> left(dir, job).isEmpty(), Duration.ofSeconds(10));
    }
  }

  /** Files of a job on the worker's disk. */
  private static List<Path> left(Path dir, String job) {
    try (Stream<Path> all = Files.walk(dir.resolve("data"))) {
      return all.filter(f -> f.toString().contains(job) && Files.isRegularFile(f)).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(dir); // it is being deleted right now
    }
  }

  private static void heard(Recording recording, List<Span> spoken) {
    RecordedFile audio = recording.file("audio", "Ada").orElseThrow();
    assertThat(audio.name()).matches("audio\\..*\\.webm");
    Sound sound = Sound.of(audio.path());
    ToneEnvelope tone = ToneEnvelope.of(sound, MeetingScene.ADA.hz());
    double hz = Spectrum.of(sound, tone.spans()).dominantHz();
    double zero = recording.startedAtMs() + audio.offsetMs();
    List<Double> truth = spoken.stream().map(span -> span.startMs() - zero).toList();
    Onsets onsets = Onsets.pair(truth, tone.onsets());
    print(
        "%s: %.2f Hz, %d of %d starts, worst error %.0f ms",
        audio.name(), hz, onsets.errorsMs().size(), truth.size(), onsets.worstMs());
    assertThat(hz).isCloseTo(MeetingScene.ADA.hz(), within(1.0));
    assertThat(tone.onsets()).as("starts on the record").hasSameSizeAs(spoken);
    assertThat(onsets.errorsMs()).hasSameSizeAs(spoken);
    assertThat(Math.abs(onsets.worstMs())).isLessThan(150);
  }

  @Test
  @Tag("long")
  void a_killed_worker_ends_its_job_and_leaves_nothing_running(@TempDir Path dir) throws Exception {
    try (ServerProcess worker = worker(dir);
        Guest ada = scene.host("killed")) {
      String job = scene.send("killed");
      scene.admit(ada, job);
      scene.talk(ada, Duration.ofSeconds(2));
      List<ProcessHandle> family = worker.tree().descendants("");
      assertThat(family).isNotEmpty();
      worker.kill();
      Instant killedAt = Instant.now();
      for (ProcessHandle orphan : family) {
        orphan.onExit().get(30, TimeUnit.SECONDS);
      }
      ada.await(
          "the bot gone",
          room -> room.participantId(MeetingScene.BOT).isEmpty(),
          Duration.ofSeconds(40));
      JsonObject end = scene.awaitEnd(job);
      Duration took = Duration.between(killedAt, Instant.now());
      print("the job of a killed worker ended after %.1f s", took.toMillis() / 1000.0);
      assertThat(took).as("twice a lease of 30 s").isLessThan(Duration.ofSeconds(75));
      assertThat(end.getString("status")).as("%s", end).isEqualTo("failed");
      assertThat(end.getString("failureCode")).isEqualTo("internal_error");
      assertThat(end.getString("failureDetail")).contains("worker stopped");
      assertThat(end.get("manifestUri")).isNotEqualTo(JsonValue.NULL);
      assertThat(scene.jobs.download(job, dir.resolve("files")).files("audio")).isEmpty();
      assertThat(scene.told(job, "job.failed", Duration.ofSeconds(30)))
          .containsExactly("joining", "in_call", "recording", "finalizing", "failed", "job.failed");
    }
  }

  /** Most of its time is waiting for a lease to end, so it is not in the short form. */
  @Test
  @Tag("long")
  void a_killed_worker_that_comes_back_sends_what_it_recorded(@TempDir Path dir) throws Exception {
    try (Guest ada = scene.host("back")) {
      String job;
      Instant killedAt;
      List<Span> spoken;
      try (ServerProcess worker = worker(dir)) {
        job = scene.send("back");
        scene.admit(ada, job);
        scene.talk(ada, Duration.ofSeconds(5));
        spoken = ada.speech().spans();
        worker.kill();
        killedAt = Instant.now();
      }
      try (ServerProcess again = worker(dir)) {
        JsonObject end = scene.awaitEnd(job);
        Duration took = Duration.between(killedAt, Instant.now());
        print("the job of a worker that came back ended after %.1f s", took.toMillis() / 1000.0);
        assertThat(again.isAlive()).isTrue();
        assertThat(end.getString("status")).as("%s", end).isEqualTo("failed");
        assertThat(end.getString("failureDetail")).contains("worker stopped");
        Recording kept = scene.jobs.download(job, dir.resolve("files"));
        assertThat(kept.files()).allMatch(RecordedFile::isAsManifested);
        heard(kept, spoken);
      }
    }
  }

  /** Its key is in a file, not in the list of processes. */
  private ServerProcess worker(Path dir) throws IOException {
    JsonObject wanted =
        Json.createObjectBuilder().add("name", "a worker").add("scope", "worker").build();
    String operator = scene.server.operatorKey().orElseThrow();
    String key =
        new JobsClient(scene.server.base(), operator)
            .post("/api/v1/keys", wanted)
            .getString("apiKey");
    Path data = Files.createDirectories(dir.resolve("data"));
    Files.writeString(
        data.resolve("meetbot.properties"),
        String.join(
            "\n",
            "meetbot.mode=worker",
            "meetbot.worker.server=" + scene.server.base(),
            "meetbot.worker.key=" + key,
            "meetbot.room.hosts=" + scene.server.base().getAuthority(),
            ""));
    return MeetingScene.server(dir);
  }

  private static void print(String format, Object... values) {
    System.err.println("worker: " + String.format(Locale.ROOT, format, values));
  }
}
