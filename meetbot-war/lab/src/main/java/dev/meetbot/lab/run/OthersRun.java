package dev.meetbot.lab.run;

import dev.meetbot.lab.others.OtherMeeting;
import dev.meetbot.lab.run.BotBrowsers.Sent;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.server.JobsClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scenario on a server that others wrote, with guests in real browsers. */
final class OthersRun {
  private static final Duration START = Duration.ofSeconds(20);

  private final Bench bench;
  private final Scenario scenario;

  OthersRun(Bench bench, Scenario scenario) {
    this.bench = bench;
    this.scenario = scenario;
  }

  /** Sends the bot, lets everything happen, and returns when the job has ended. */
  Attempt run() {
    OtherMeeting meeting =
        bench.others().meeting(scenario.platform(), scenario.json().getInt("room", 0));
    try (OthersParty party = OthersParty.open(scenario, meeting)) {
      Sent<JsonObject> sent =
          bench
              .browsers()
              .send(() -> bench.jobs().create(JobBody.of(scenario, meeting.url())), START);
      MemoryWatch memory = sent.browser().map(MemoryWatch::new).orElse(null);
      try {
        return attend(party, sent, memory);
      } finally {
        if (memory != null) {
          memory.close();
        }
      }
    }
  }

  private Attempt attend(OthersParty party, Sent<JsonObject> sent, @Nullable MemoryWatch memory) {
    String id = sent.job().getString("id");
    Truth truth = new Truth(List.of(), List.of());
    if (isIn(id)) {
      truth = party.perform(text -> bench.jobs().ask(id, "send-chat-message", text));
    }
    return new Attempt(
        scenario,
        Attempt.awaitEnd(bench, scenario, id),
        truth,
        // nobody stands at the door of these rooms
        Optional.of(sent.sentAtMs()),
        party.linesOfBot(),
        Double.NaN,
        memory == null ? Double.NaN : memory.peakMb());
  }

  private boolean isIn(String id) {
    JsonObject job =
        bench
            .jobs()
            .await(
                id,
                j -> JobsClient.isOver(j) || j.getString("status").equals("recording"),
                Attempt.patience(scenario));
    return !JobsClient.isOver(job);
  }
}
