package dev.meetbot.lab.run;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Drift;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** One long call in which a tone begins every ten seconds: how far file and truth drift apart. */
final class LongCall {
  private static final int STEP_MS = 10_000;
  private static final int TONE_MS = 2_000;

  private final Bench bench;
  private final LabOptions options;
  private final Progress progress;

  LongCall(Bench bench, LabOptions options, Progress progress) {
    this.bench = bench;
    this.options = options;
    this.progress = progress;
  }

  Finding run() {
    Scenario scenario = scenario(options);
    progress.step("a call of " + options.driftMinutes() + " minutes on " + scenario.platform());
    Attempt attempt = new LabRun(bench, scenario).run();
    Recording recording =
        bench.jobs().download(attempt.job().getString("id"), bench.files(scenario.name()));
    Drift drift = Drift.of(recording, attempt.truth());
    String status = attempt.job().getString("status");
    boolean ok = drift.ok() && status.equals("completed");
    JsonObjectBuilder report =
        Json.createObjectBuilder()
            .add("platform", scenario.platform())
            .add("minutes", options.driftMinutes())
            .add("status", status);
    StringBuilder table = new StringBuilder("| figure | ms |\n|---|---|\n");
    drift
        .figures()
        .forEach(
            (name, value) -> {
              double rounded = Math.round(value * 10) / 10.0;
              report.add(name, rounded);
              table.append("| ").append(name).append(" | ").append(rounded).append(" |\n");
            });
    return new Finding(report.add("ok", ok).build(), table.toString(), ok);
  }

  static Scenario scenario(LabOptions options) {
    String platform = options.platform().isEmpty() ? "google-meet" : options.platform();
    int length = options.driftMinutes() * 60_000;
    JsonArrayBuilder speech = Json.createArrayBuilder();
    for (int at = 2000; at + TONE_MS < length; at += STEP_MS) {
      speech.add(Json.createArrayBuilder().add("p1").add(at).add(at + TONE_MS));
    }
    JsonObject person =
        Json.createObjectBuilder()
            .add("id", "p1")
            .add("name", "Ada")
            .add("hz", 440)
            .add("hue", 0)
            .add("host", true)
            .add("camera", true)
            .add("joins", 0)
            .add("leaves", length)
            .build();
    return new Scenario(
        Json.createObjectBuilder()
            .add("name", "long-call")
            .add("platform", platform)
            .add("variant", Scenario.firstVariant(platform))
            .add("language", "en")
            .add("patienceSeconds", options.driftMinutes() * 120 + 180)
            .add("door", Json.createObjectBuilder().add("kind", "open"))
            .add("media", Json.createObjectBuilder().add("video", true))
            .add("people", Json.createArrayBuilder().add(person))
            .add("speech", speech)
            .add(
                "job",
                Json.createObjectBuilder()
                    .add("autoLeave", Json.createObjectBuilder().add("afterSoloSeconds", 3)))
            .add(
                "expected",
                Json.createObjectBuilder()
                    .add("status", "completed")
                    .add("endReason", "everyone_left"))
            .build());
  }
}
