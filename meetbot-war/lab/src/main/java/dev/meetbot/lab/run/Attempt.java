package dev.meetbot.lab.run;

import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.scenario.Expected;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Figures;
import dev.meetbot.lab.score.Row;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.server.JobsClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a bot that was sent to a scenario's meeting.
 *
 * @param job as it was last
 * @param truth what really happened
 * @param admittedAtMs when the meeting let the bot in; empty when it never did
 * @param byBot the lines that the bot wrote
 */
record Attempt(
    Scenario scenario,
    JsonObject job,
    Truth truth,
    Optional<Double> admittedAtMs,
    List<String> byBot,
    double joinMs,
    double memoryMb) {

  /** Fetches what was recorded and measures it. */
  Row score(Bench bench, double bareJoinMs, List<String> more) {
    List<String> problems = new ArrayList<>(more);
    Figures figures = Figures.NONE;
    if (JobsClient.isOver(job)) {
      try {
        figures = measured(bench, problems);
      } catch (RuntimeException e) {
        problems.add("could not be measured: " + e.getMessage());
      }
    } else {
      problems.add("did not end; the last status was " + job.getString("status"));
      callBack(bench);
    }
    String actual =
        JobsClient.isOver(job) ? Expected.of(job).text() : "stuck/" + job.getString("status");
    boolean outcomeRight = actual.equals(scenario.expected().text());
    String detail = job.getString("failureDetail", "");
    if (!outcomeRight && !detail.isEmpty()) {
      problems.add(detail);
    }
    return new Row(
        scenario,
        actual,
        Row.failureCode(job),
        figures,
        joinMs,
        bareJoinMs,
        memoryMb,
        Joined.falsely(job, admittedAtMs),
        String.join("; ", problems).replace('\n', ' '));
  }

  private void callBack(Bench bench) {
    try {
      bench.jobs().delete(job.getString("id"));
    } catch (IllegalStateException e) {
      System.getLogger(Attempt.class.getName())
          .log(System.Logger.Level.DEBUG, "the job has just ended by itself", e);
    }
  }

  private Figures measured(Bench bench, List<String> problems) {
    if (job.get("manifestUri") == JsonValue.NULL) {
      return Figures.NONE;
    }
    Recording recording = bench.jobs().download(job.getString("id"), bench.files(scenario.name()));
    if (!(recording.manifest().get("recording") instanceof JsonObject)) {
      return Figures.NONE;
    }
    problems.addAll(ChatCheck.of(scenario, recording, truth, byBot));
    return Figures.of(recording, truth, scenario.namesOneAtATime());
  }

  /** Waits for the job's end as long as the scenario can take. */
  static JsonObject awaitEnd(Bench bench, Scenario scenario, String id) {
    try {
      return bench.jobs().await(id, JobsClient::isOver, patience(scenario));
    } catch (IllegalStateException e) {
      return bench.jobs().get(id);
    }
  }

  static Duration patience(Scenario scenario) {
    return Duration.ofSeconds(scenario.json().getInt("patienceSeconds", 120));
  }
}
