package dev.meetbot.lab.run;

import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.run.BotBrowsers.Sent;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ProcessTree;
import dev.meetbot.lab.site.LabControl.Meeting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** One bot to which one thing happens; before the call it happens to every further try as well. */
final class FaultRun {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** What is recorded before it happens. */
  private static final Duration RECORDED = Duration.ofSeconds(4);

  private final Bench bench;
  private final Fault fault;
  private final Scenario scenario;
  private double struckMs;
  private int strikes;

  FaultRun(Bench bench, Fault fault, Scenario scenario) {
    this.bench = bench;
    this.fault = fault;
    this.scenario = scenario;
  }

  JsonObject run() {
    Meeting meeting = bench.control().open(scenario);
    try {
      Sent<JsonObject> sent =
          bench
              .browsers()
              .send(() -> bench.jobs().create(JobBody.of(scenario, meeting.url())), START);
      String id = sent.job().getString("id");
      Optional<ProcessTree> browser = sent.browser();
      long end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
      while (browser.isPresent() && System.nanoTime() < end) {
        if (awaitPhase(meeting, id, end)) {
          strike(meeting, browser.get());
        }
        browser = fault.beforeTheCall() ? nextTry(id, end) : Optional.empty();
      }
      return report(Attempt.awaitEnd(bench, scenario, id));
    } finally {
      bench.control().close(meeting.id());
    }
  }

  private Optional<ProcessTree> nextTry(String id, long end) {
    while (System.nanoTime() < end && !JobsClient.isOver(bench.jobs().get(id))) {
      Optional<ProcessTree> next = bench.browsers().awaitNext(Duration.ofSeconds(1));
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private boolean awaitPhase(Meeting meeting, String id, long end) {
    JsonObject job = bench.jobs().get(id);
    while (!isReached(job, meeting) && !JobsClient.isOver(job) && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      job = bench.jobs().get(id);
    }
    if (fault.phase() == Fault.Phase.RECORDING) {
      LockSupport.parkNanos(RECORDED.toNanos());
    }
    return isReached(job, meeting);
  }

  private boolean isReached(JsonObject job, Meeting meeting) {
    String status = job.getString("status");
    return switch (fault.phase()) {
      // a page before that one would be replaced with its process
      case JOINING ->
          status.equals("joining")
              && bench.control().state(meeting.id()).connectedAtMs().orElse(0.0) > struckMs;
      case WAITING -> job.get("waitingRoomSince") != JsonValue.NULL;
      case IN_CALL -> status.equals("in_call");
      case RECORDING -> status.equals("recording");
    };
  }

  private void strike(Meeting meeting, ProcessTree browser) {
    struckMs = System.currentTimeMillis();
    strikes++;
    switch (fault.kind()) {
      case CUT -> bench.control().act(meeting.id(), "cut");
      case CRASH -> pages(browser).forEach(ProcessHandle::destroyForcibly);
      case FREEZE -> pages(browser).forEach(page -> signal("-STOP", page));
    }
  }

  /** The processes that run the page; waits until there is one. */
  private static List<ProcessHandle> pages(ProcessTree browser) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<ProcessHandle> pages = browser.descendants("--type=renderer");
    while (pages.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      pages = browser.descendants("--type=renderer");
    }
    return pages;
  }

  private static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonObject report(JsonObject job) {
    String code = job.getString("failureCode", "none");
    JsonObject manifest = JsonValue.EMPTY_JSON_OBJECT;
    if (job.get("manifestUri") != JsonValue.NULL) {
      Recording recording =
          bench.jobs().download(job.getString("id"), bench.files(scenario.name()));
      manifest = recording.manifest();
    }
    double recordedMs =
        manifest.get("recording") instanceof JsonObject recording
            ? recording.getJsonNumber("durationMs").doubleValue()
            : 0;
    long evidence =
        manifest.isEmpty()
            ? 0
            : manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .filter(f -> f.getString("kind").equals("evidence"))
                .count();
    boolean kept = fault.phase() != Fault.Phase.RECORDING || recordedMs > 1000;
    return Json.createObjectBuilder()
        .add("name", fault.name())
        .add("platform", fault.platform())
        .add("expected", fault.code())
        .add("actual", code)
        .add("detail", job.getString("failureDetail", ""))
        .add("strikes", strikes)
        .add("recordedMs", recordedMs)
        .add("evidenceFiles", evidence)
        .add("ok", code.equals(fault.code()) && strikes > 0 && kept && evidence > 0)
        .build();
  }
}
