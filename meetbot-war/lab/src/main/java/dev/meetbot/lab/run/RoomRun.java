package dev.meetbot.lab.run;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.run.BotBrowsers.Sent;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.server.JobsClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scenario in the server's own room, with guests in real browsers. */
final class RoomRun {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Bench bench;
  private final Scenario scenario;

  RoomRun(Bench bench, Scenario scenario) {
    this.bench = bench;
    this.scenario = scenario;
  }

  /** Sends the bot, lets everything happen, and returns when the job has ended. */
  Attempt run() {
    boolean missing = scenario.doorKind().equals("not_found");
    URI room =
        bench.server().base().resolve("/room/" + (missing ? "no-such-room" : scenario.name()));
    try (RoomParty party = RoomParty.open(scenario, room)) {
      Sent<JsonObject> sent =
          bench.browsers().send(() -> bench.jobs().create(JobBody.of(scenario, room)), START);
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

  private Attempt attend(RoomParty party, Sent<JsonObject> sent, @Nullable MemoryWatch memory) {
    String id = sent.job().getString("id");
    Optional<Double> admittedAtMs = Optional.empty();
    double joinMs = Double.NaN;
    Optional<Guest> host = party.host();
    if (host.isPresent()) {
      host.get().awaitWaiting(JobBody.BOT, PATIENCE);
      joinMs = System.currentTimeMillis() - sent.sentAtMs();
      admittedAtMs = party.answer(JobBody.BOT);
    }
    Truth truth = new Truth(List.of(), List.of());
    if (admittedAtMs.isPresent() && isRecording(id)) {
      truth = party.perform();
    }
    JsonObject end = Attempt.awaitEnd(bench, scenario, id);
    return new Attempt(
        scenario,
        end,
        truth,
        admittedAtMs,
        List.of(),
        joinMs,
        memory == null ? Double.NaN : memory.peakMb());
  }

  private boolean isRecording(String id) {
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
