package dev.meetbot.lab.run;

import dev.meetbot.lab.run.BotBrowsers.Sent;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.site.LabControl.Meeting;
import dev.meetbot.lab.site.LabState;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One scenario in the lab server's imitation of a platform. */
final class LabRun {
  private static final Duration START = Duration.ofSeconds(20);

  private final Bench bench;
  private final Scenario scenario;

  LabRun(Bench bench, Scenario scenario) {
    this.bench = bench;
    this.scenario = scenario;
  }

  /** Sends the bot, lets everything happen, and returns when the job has ended. */
  Attempt run() {
    Meeting meeting = bench.control().open(scenario);
    try {
      return attend(meeting);
    } finally {
      bench.control().close(meeting.id());
    }
  }

  private Attempt attend(Meeting meeting) {
    Sent<JsonObject> sent =
        bench
            .browsers()
            .send(() -> bench.jobs().create(JobBody.of(scenario, meeting.url())), START);
    String id = sent.job().getString("id");
    MemoryWatch memory = sent.browser().map(MemoryWatch::new).orElse(null);
    try {
      ask(id);
      JsonObject end = Attempt.awaitEnd(bench, scenario, id);
      LabState state = bench.control().state(meeting.id());
      return new Attempt(
          scenario,
          end,
          Truth.of(
              bench.control().truth(meeting.id()),
              scenario.array("people").getValuesAs(JsonObject.class)),
          state.admittedAtMs(),
          state.chatFromBot(),
          state.askedAtMs().map(at -> at - sent.sentAtMs()).orElse(Double.NaN),
          memory == null ? Double.NaN : memory.peakMb());
    } finally {
      if (memory != null) {
        memory.close();
      }
    }
  }

  /** What the client asks of the running bot, at its time. */
  private void ask(String id) {
    List<JsonObject> verbs =
        scenario.verbs().stream().sorted(Comparator.comparingInt(v -> v.getInt("at"))).toList();
    if (verbs.isEmpty()) {
      return;
    }
    JsonObject job =
        bench
            .jobs()
            .await(
                id,
                j -> JobsClient.isOver(j) || j.getString("status").equals("recording"),
                Attempt.patience(scenario));
    long zero = System.currentTimeMillis();
    for (JsonObject verb : verbs) {
      if (JobsClient.isOver(job)) {
        return;
      }
      while (System.currentTimeMillis() < zero + verb.getInt("at")) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      JsonObject body =
          verb.get("body") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
      bench.jobs().ask(id, verb.getString("verb"), body);
    }
  }
}
