package dev.meetbot.lab.run;

import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ProcessTree;
import dev.meetbot.lab.site.LabControl.Meeting;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One bot to which one thing happens; before the call it happens to every further try as well. No
 * other bot is there meanwhile, so that every page that the server's browsers have is its.
 */
final class FaultRun {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** A try that has not come so far by then never will. */
  private static final Duration REACH = Duration.ofSeconds(60);

  /** What is noticed at all has been noticed by then, and what was recorded is finalized. */
  private static final Duration NOTICE = Duration.ofSeconds(75);

  /** What is recorded before it happens. */
  private static final Duration RECORDED = Duration.ofSeconds(4);

  private final Bench bench;
  private final Fault fault;
  private final Scenario scenario;
  private double struckMs;
  private int strikes;
  private String problem = "";

  FaultRun(Bench bench, Fault fault, Scenario scenario) {
    this.bench = bench;
    this.fault = fault;
    this.scenario = scenario;
  }

  JsonObject run() {
    Meeting meeting = bench.control().open(scenario);
    try {
      String id = bench.jobs().create(JobBody.of(scenario, meeting.url())).getString("id");
      try {
        JsonObject job = strikeAll(meeting, id);
        double endedMs = System.currentTimeMillis() - struckMs;
        return FaultRow.of(bench, fault, job, strikes, strikes == 0 ? 0 : endedMs, problem);
      } finally {
        callBack(id);
      }
    } finally {
      bench.control().close(meeting.id());
    }
  }

  /** Strikes until the job has ended, or has become one that cannot end right. */
  private JsonObject strikeAll(Meeting meeting, String id) {
    JsonObject job = await(id, REACH, j -> isReached(j, meeting) || isPast(j));
    while (isReached(job, meeting) && strike(meeting)) {
      int seen = strikes;
      job = await(id, NOTICE, j -> isPast(j) || fault.strikesAgain() && tries(j) > seen);
      if (!JobsClient.isOver(job) && !isPast(job) && tries(job) > seen) {
        job = await(id, REACH, j -> isReached(j, meeting) || isPast(j));
      }
    }
    if (!JobsClient.isOver(job) && problem.isEmpty()) {
      String status = job.getString("status");
      problem =
          strikes == 0 || tries(job) > strikes && fault.strikesAgain()
              ? "try " + tries(job) + " was not caught " + fault.when() + ", it is " + status
              : "nothing came of it, the bot is " + status;
    }
    return job;
  }

  /** Waits for that or for the job's end; not for ever. */
  private JsonObject await(String id, Duration patience, Predicate<JsonObject> that) {
    try {
      return bench.jobs().await(id, j -> JobsClient.isOver(j) || that.test(j), patience);
    } catch (IllegalStateException e) {
      return bench.jobs().get(id);
    }
  }

  /** How often the bot has gone to the meeting so far. */
  private static int tries(JsonObject job) {
    return (int)
        job.getJsonArray("statusHistory").getValuesAs(JsonObject.class).stream()
            .filter(change -> change.getString("status").equals("joining"))
            .count();
  }

  /** Whether a try that was not struck yet has come as far as it shall. */
  private boolean isReached(JsonObject job, Meeting meeting) {
    String status = job.getString("status");
    if (tries(job) <= strikes) {
      return false;
    }
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

  /** A bot that is in the call cannot be struck before it any more. */
  private boolean isPast(JsonObject job) {
    String status = job.getString("status");
    return fault.beforeTheCall() && (status.equals("in_call") || status.equals("recording"));
  }

  private boolean strike(Meeting meeting) {
    if (fault.phase() == Fault.Phase.RECORDING) {
      LockSupport.parkNanos(RECORDED.toNanos());
    }
    boolean cut = fault.kind() == Fault.Kind.CUT;
    List<ProcessHandle> pages = cut ? List.of() : pages(bench.server().tree());
    struckMs = System.currentTimeMillis();
    switch (fault.kind()) {
      case CUT -> bench.control().act(meeting.id(), "cut");
      case CRASH -> pages.forEach(ProcessHandle::destroyForcibly);
      case FREEZE -> pages.forEach(page -> signal("-STOP", page));
    }
    if (!cut && pages.isEmpty()) {
      problem = "there was no page to strike";
      return false;
    }
    strikes++;
    return true;
  }

  /** The processes that run the page; waits until there is one. */
  private static List<ProcessHandle> pages(ProcessTree server) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<ProcessHandle> pages = server.descendants("--type=renderer");
    while (pages.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      pages = server.descendants("--type=renderer");
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

  /** No bot is left behind that would be struck in the next one's place. */
  private void callBack(String id) {
    if (JobsClient.isOver(bench.jobs().get(id))) {
      return;
    }
    try {
      bench.jobs().delete(id);
    } catch (IllegalStateException e) {
      System.getLogger(FaultRun.class.getName())
          .log(System.Logger.Level.DEBUG, "the job has just ended by itself", e);
    }
    await(id, NOTICE, job -> false);
  }
}
