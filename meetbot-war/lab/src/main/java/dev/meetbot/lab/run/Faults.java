package dev.meetbot.lab.run;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.scenario.Scenarios;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A hanging page, a dead one and a cut connection, in each phase, on each platform. */
final class Faults {
  private final Bench bench;
  private final LabOptions options;
  private final Progress progress;

  Faults(Bench bench, LabOptions options, Progress progress) {
    this.bench = bench;
    this.options = options;
    this.progress = progress;
  }

  Finding run() {
    List<Fault> faults =
        Scenarios.PLATFORMS.stream()
            .filter(p -> !p.equals(Scenario.ROOM))
            .filter(p -> options.platform().isEmpty() || options.platform().equals(p))
            .flatMap(p -> Fault.of(p).stream())
            .filter(f -> options.only().matcher(f.name()).find())
            .toList();
    JsonArrayBuilder rows = Json.createArrayBuilder();
    int right = 0;
    for (Fault fault : faults) {
      JsonObject row = row(fault);
      boolean ok = row.getBoolean("ok");
      right += ok ? 1 : 0;
      progress.step(
          (ok ? "ok   " : "FAIL ")
              + fault.name()
              + ": "
              + row.getString("actual")
              + ", "
              + row.get("strikes")
              + " strikes, over "
              + row.get("endedMs")
              + " ms later, "
              + row.get("recordedMs")
              + " ms kept, "
              + row.get("evidenceFiles")
              + " files of evidence; "
              + row.getString("detail"));
      rows.add(row);
    }
    JsonObject json = Json.createObjectBuilder().add("faults", rows).add("ok", right).build();
    return new Finding(json, table(json), right == faults.size());
  }

  private JsonObject row(Fault fault) {
    try {
      return new FaultRun(bench, fault, scenario(fault)).run();
    } catch (RuntimeException e) {
      return FaultRow.broken(fault, e);
    }
  }

  /** A call of one person who speaks all the time, into which the bot comes as far as it must. */
  private static Scenario scenario(Fault fault) {
    JsonObjectBuilder recording = Json.createObjectBuilder().add("video", "none");
    if (fault.phase() == Fault.Phase.IN_CALL) {
      recording.add("startOnJoin", false);
    }
    JsonObject json =
        Json.createObjectBuilder()
            .add("name", fault.name())
            .add("platform", fault.platform())
            .add("variant", Scenario.firstVariant(fault.platform()))
            .add("language", "en")
            .add(
                "door",
                Json.createObjectBuilder()
                    .add("kind", "lobby")
                    .add("after", 500)
                    .add("answer", fault.beforeTheCall() ? "ignore" : "admit"))
            .add(
                "people",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("id", "p1")
                            .add("name", "Ada")
                            .add("hz", 440)
                            .add("hue", 0)
                            .add("host", true)))
            .add(
                "speech",
                Json.createArrayBuilder()
                    .add(Json.createArrayBuilder().add("p1").add(300).add(240_000)))
            .add("job", Json.createObjectBuilder().add("recording", recording))
            .add(
                "expected",
                Json.createObjectBuilder()
                    .add("status", "failed")
                    .add("endReason", "fault")
                    .add("failureCode", fault.code()))
            .build();
    return new Scenario(json);
  }

  private static String table(JsonObject report) {
    StringBuilder text =
        new StringBuilder(
            "| fault | strikes | expected | actual | ended ms | kept ms | evidence | |\n|---|---|---|---|---|---|---|---|\n");
    for (JsonObject row : report.getJsonArray("faults").getValuesAs(JsonObject.class)) {
      text.append(
          String.format(
              "| %s | %s | %s | %s | %s | %s | %s | %s |%n",
              row.getString("name"),
              row.get("strikes"),
              row.getString("expected"),
              row.getString("actual"),
              row.get("endedMs"),
              row.get("recordedMs"),
              row.get("evidenceFiles"),
              row.getBoolean("ok") ? "ok" : "**missed**"));
    }
    return text.toString();
  }
}
