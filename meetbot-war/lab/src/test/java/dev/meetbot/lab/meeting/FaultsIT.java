package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What breaks in real life, broken on purpose. */
@Timeout(400)
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  @Test
  void a_killed_browser_loses_at_most_two_seconds(@TempDir Path dir) {
    try (MeetingScene scene = MeetingScene.open(dir);
        Guest host = scene.host("killed")) {
      String job = scene.send("killed");
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(6));
      Instant killedAt = Instant.now();
      browser(scene).destroyForcibly();
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("failed");
      assertThat(end.getString("failureCode")).isEqualTo("internal_error");
      assertThat(end.getString("failureDetail")).containsIgnoringCase("browser");
      Recording recording = scene.jobs.download(job, dir.resolve("files"));
      double keptMs = recording.startedAtMs() + endMs(recording) - killedAt.toEpochMilli();
      assertThat(keptMs).as("ms of audio after the kill, negative: lost").isGreaterThan(-2000);
    }
  }

  @Test
  @Tag("long")
  void a_frozen_page_is_noticed_within_15_seconds(@TempDir Path dir) throws Exception {
    try (MeetingScene scene = MeetingScene.open(dir);
        Guest host = scene.host("frozen")) {
      String job = scene.send("frozen");
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(3));
      Instant frozenAt = Instant.now();
      freeze(browser(scene));
      JsonObject noticed = scene.await(job, j -> !j.getString("status").equals("recording"));
      assertThat(Duration.between(frozenAt, Instant.now())).isLessThan(Duration.ofSeconds(15));
      JsonObject end = scene.awaitEnd(noticed.getString("id"));
      assertThat(end.getString("failureCode")).isEqualTo("internal_error");
      assertThat(end.getString("failureDetail")).contains("no answer");
      Recording recording = scene.jobs.download(job, dir.resolve("files"));
      assertThat(recording.file("audio", "Ada")).isPresent();
    }
  }

  @Test
  @Tag("long")
  void a_full_disk_fails_the_job_with_that_reason_and_the_server_lives(@TempDir Path dir)
      throws Exception {
    Path artifacts = Files.createDirectories(dir.resolve("small"));
    boolean mounted = mount(artifacts);
    try (MeetingScene scene =
            MeetingScene.open(
                dir,
                "-Dmeetbot.artifacts.path=" + artifacts,
                "-Dmeetbot.artifacts.patience=1s",
                "-Dmeetbot.artifacts.min-free-bytes=" + (mounted ? 0 : spare(artifacts)));
        Guest host = scene.host("full")) {
      String job = scene.send("full");
      scene.admit(host, job);
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("failed");
      assertThat(end.getString("failureDetail")).containsPattern("(?i)no (room|space)|full");
      assertThat(readable(artifacts)).as("chunks that were stored before").isNotEmpty();
      assertThat(scene.server.isAlive()).isTrue();
      assertThat(status(scene.server.base().resolve("/healthz"))).isEqualTo(200);
      assertThat(scene.jobs.get(job).getString("failureCode")).isEqualTo("internal_error");
    } finally {
      if (mounted) {
        run("umount", artifacts.toString());
      }
    }
  }

  @Test
  @Tag("long")
  void a_receiver_that_is_down_for_a_minute_gets_every_event_in_order(@TempDir Path dir)
      throws Exception {
    String delays = Stream.generate(() -> "8s").limit(20).collect(Collectors.joining(","));
    try (MeetingScene scene = MeetingScene.open(dir, "-Dmeetbot.webhook.retry-delays=" + delays);
        Guest host = scene.host("down")) {
      scene.receiver.goDown();
      Instant downAt = Instant.now();
      String job = scene.send("down");
      scene.admit(host, job);
      host.endForAll();
      scene.awaitEnd(job);
      host.await(
          "a minute",
          room -> Duration.between(downAt, Instant.now()).toSeconds() >= 60,
          Duration.ofSeconds(90));
      scene.receiver.comeUp();
      assertThat(scene.told(job, "job.finalized", Duration.ofSeconds(60)))
          .containsExactly(
              "joining", "in_call", "recording", "finalizing", "completed", "job.finalized");
    }
  }

  @Test
  @Tag("long")
  void a_killed_server_finalizes_what_it_had_at_its_next_start(@TempDir Path dir) throws Exception {
    String job;
    String key;
    Instant killedAt;
    try (MeetingScene scene = MeetingScene.open(dir);
        Guest host = scene.host("restart")) {
      job = scene.send("restart");
      key = scene.server.apiKey().orElseThrow();
      scene.admit(host, job);
      scene.talk(host, Duration.ofSeconds(6));
      List<ProcessHandle> family = scene.server.tree().descendants("");
      killedAt = Instant.now();
      scene.server.kill();
      for (ProcessHandle orphan : family) {
        orphan.onExit().get(30, TimeUnit.SECONDS); // nothing that it started is left
      }
    }
    try (ServerProcess again = MeetingScene.server(dir)) {
      JobsClient jobs = new JobsClient(again.base(), key);
      JsonObject end = jobs.await(job, JobsClient::isOver, MeetingScene.PATIENCE);
      assertThat(end.getString("status")).isEqualTo("failed");
      assertThat(end.getString("failureDetail")).contains("worker stopped");
      Recording recording = jobs.download(job, dir.resolve("files"));
      double keptMs = recording.startedAtMs() + endMs(recording) - killedAt.toEpochMilli();
      assertThat(keptMs).as("ms of audio after the kill, negative: lost").isGreaterThan(-2000);
    }
  }

  /** The bot's browser: the server has no other. */
  private static ProcessHandle browser(MeetingScene scene) {
    List<ProcessHandle> found =
        scene.server.tree().descendants("--meetbot-session").stream()
            .filter(p -> !line(p).contains("--type="))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  /** Stops every page of the browser, as an endless loop in it would. */
  private static void freeze(ProcessHandle browser) throws IOException, InterruptedException {
    List<ProcessHandle> pages =
        browser.descendants().filter(p -> line(p).contains("--type=renderer")).toList();
    assertThat(pages).isNotEmpty();
    for (ProcessHandle page : pages) {
      run("kill", "-STOP", Long.toString(page.pid()));
    }
  }

  private static String line(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static double endMs(Recording recording) {
    JsonObject file =
        recording.manifest().getJsonArray("files").getValuesAs(JsonObject.class).stream()
            .filter(f -> f.getString("kind").equals("audio"))
            .findFirst()
            .orElseThrow();
    return file.getJsonNumber("startOffsetMs").doubleValue()
        + file.getJsonNumber("durationMs").doubleValue();
  }

  /** A file system of one megabyte, where the system lets us have one. */
  private static boolean mount(Path at) throws IOException, InterruptedException {
    return run("mount", "-t", "tmpfs", "-o", "size=1m", "meetbot-full", at.toString()) == 0;
  }

  /** So many bytes must stay free that one megabyte can be written. */
  private static long spare(Path at) throws IOException {
    FileStore store = Files.getFileStore(at);
    return store.getUsableSpace() - 1_000_000;
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static Optional<Path> readable(Path artifacts) throws IOException {
    try (Stream<Path> files = Files.walk(artifacts)) {
      return files
          .filter(f -> f.getFileName().toString().matches("t\\d+\\.mkv.*"))
          .filter(f -> f.toFile().length() > 10_000)
          .findFirst();
    }
  }

  private static int status(URI url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
