package dev.meetbot.lab.demo;

import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ProcessTree;
import dev.meetbot.lab.truth.GuestTruth;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The two calls of the demonstration: one that is not recorded, and the main one. */
final class DemoCall {
  static final String BOT = "meetbot";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HOLD = Duration.ofSeconds(4);
  private static final Duration WARM = Duration.ofSeconds(25);
  private static final Duration SETTLE = Duration.ofSeconds(8);

  private final Progress progress;
  private final Stage stage;
  private final JobsClient jobs;
  private final ProcessTree tree;
  private final WebhookReceiver receiver;
  private final URI room;
  private final int seconds;
  private final Path out;

  /** The main call: the job at its end, the guests' truth, and what it cost. */
  record Recorded(
      JsonObject job, double joinMs, double cpuSecondsPerMinute, List<GuestTruth> truth) {}

  DemoCall(
      Progress progress,
      Stage stage,
      JobsClient jobs,
      ProcessTree tree,
      WebhookReceiver receiver,
      URI room,
      DemoOptions options) {
    this.progress = progress;
    this.stage = stage;
    this.jobs = jobs;
    this.tree = tree;
    this.receiver = receiver;
    this.room = room;
    this.seconds = options.seconds();
    this.out = options.out();
  }

  /**
   * A short recorded call that is not measured: the server's code is compiled while it is first
   * used, which is paid once and not per minute of call.
   */
  void warmUp() {
    String id = post("demo-warm-up", JsonObject.EMPTY_JSON_OBJECT, "/warm-up");
    stage.host().awaitWaiting(BOT, PATIENCE);
    stage.host().admit(BOT);
    awaitStatus(id, List.of("recording"));
    progress.step("a first bot records a little, so that the server is warm");
    pause(WARM);
    callBack(id);
  }

  private void callBack(String id) {
    jobs.delete(id);
    jobs.await(id, JobsClient::isOver, PATIENCE);
    stage.host().await("the bot gone", v -> v.participantId(BOT).isEmpty(), PATIENCE);
  }

  /** A bot that records nothing: what a call costs by itself. */
  double unrecorded() {
    JsonObject nothing =
        Json.createObjectBuilder()
            .add("audio", "none")
            .add("video", "none")
            .add("captions", false)
            .add("chat", false)
            .build();
    String id = post("demo-without", nothing, "/without");
    stage.host().awaitWaiting(BOT, PATIENCE);
    stage.host().admit(BOT);
    awaitStatus(id, List.of("in_call", "recording"));
    progress.step("the bot is in the call and records nothing; measuring what that costs");
    pause(SETTLE);
    stage.speak(System.currentTimeMillis(), seconds);
    double cost = cpuSecondsPerMinute();
    callBack(id);
    stage.speak(0, 0);
    return cost;
  }

  /** The main call: held at the door, admitted, recorded, ended by the host. */
  Recorded recorded() {
    long posted = System.currentTimeMillis();
    String id = post("demo-main", JsonObject.EMPTY_JSON_OBJECT, "/hook");
    stage.host().awaitWaiting(BOT, PATIENCE);
    long asked = System.currentTimeMillis();
    progress.step("the bot waits at the door; the host lets it wait " + HOLD.toSeconds() + " s");
    pause(HOLD);
    stage.host().admit(BOT);
    double held = System.currentTimeMillis() - asked;
    awaitStatus(id, List.of("recording"));
    progress.step("admitted; recording " + seconds + " s");
    pause(SETTLE);
    double talkStart = System.currentTimeMillis();
    stage.speak(talkStart, seconds);
    double cost = cpuSecondsPerMinute();
    stage.host().say("Welcome. The turns are written down, so everybody knows the truth.");
    stage.guest(1).toggleScreen();
    stage.guest(1).caption("Here is what I wanted to show.");
    stage.guest(2).say("I can see the screen.");
    pauseUntil(talkStart + seconds * 1000.0 - 5000);
    stage.host().screenshot(out.resolve("room.png"));
    pauseUntil(talkStart + seconds * 1000.0 - 1500);
    stage.guest(1).toggleScreen();
    pauseUntil(talkStart + seconds * 1000.0 + 700);
    String botId =
        stage
            .host()
            .room()
            .participantId(BOT)
            .orElseThrow(() -> new IllegalStateException("the bot left before the end"));
    List<GuestTruth> truth = stage.truth(botId);
    progress.step("the host ends the meeting");
    stage.host().endForAll();
    JsonObject job = jobs.await(id, JobsClient::isOver, Duration.ofSeconds(120 + 2L * seconds));
    return new Recorded(job, joinedAt(job) - posted - held, cost, truth);
  }

  private String post(String externalId, JsonObject recording, String hook) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("externalId", externalId)
            .add("meetingUrl", room.toString())
            .add("displayName", BOT)
            .add(
                "webhooks",
                Json.createObjectBuilder()
                    .add("onStatusChange", receiver.url(hook).toString())
                    .add("onFinalize", receiver.url(hook).toString()));
    if (!recording.isEmpty()) {
      body.add("recording", recording);
    }
    return jobs.create(body.build()).getString("id");
  }

  private void awaitStatus(String id, List<String> wanted) {
    JsonObject job =
        jobs.await(
            id, j -> JobsClient.isOver(j) || wanted.contains(j.getString("status")), PATIENCE);
    if (JobsClient.isOver(job)) {
      throw new IllegalStateException("the job ended too early: " + job);
    }
  }

  private static double joinedAt(JsonObject job) {
    return job.getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
        .filter(h -> h.getString("status").equals("in_call"))
        .mapToLong(h -> Instant.parse(h.getString("at")).toEpochMilli())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the job was never in_call: " + job));
  }

  /** Over all of the talk but its last ten seconds, which have the shared screen. */
  private double cpuSecondsPerMinute() {
    long start = System.nanoTime();
    Map<String, Double> before = tree.cpuSecondsByProgram();
    double whole = tree.cpuSeconds();
    pause(Duration.ofSeconds(seconds - 10));
    double minutes = (System.nanoTime() - start) / 60e9;
    double perMinute = (tree.cpuSeconds() - whole) / minutes;
    StringBuilder parts = new StringBuilder();
    tree.cpuSecondsByProgram()
        .forEach(
            (name, use) ->
                parts.append(
                    String.format(
                        Locale.ROOT,
                        ", %s %.1f",
                        name,
                        (use - before.getOrDefault(name, 0.0)) / minutes)));
    progress.step(String.format(Locale.ROOT, "CPU s per minute of call: %.1f%s", perMinute, parts));
    return perMinute;
  }

  private static void pause(Duration time) {
    pauseUntil(System.currentTimeMillis() + time.toMillis());
  }

  private static void pauseUntil(double epochMs) {
    while (System.currentTimeMillis() < epochMs) {
      LockSupport.parkNanos((long) ((epochMs - System.currentTimeMillis()) * 1e6));
    }
  }
}
