package dev.meetbot.lab.run;

import dev.meetbot.lab.server.JobsClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Stream;

/** What came of a fault, as one line of the report. */
final class FaultRow {
  /** Less than this was not kept on purpose. */
  private static final double KEPT_MS = 1000;

  private FaultRow() {}

  /**
   * What came of one that struck.
   *
   * @param endedMs from the last strike to the job's end
   * @param problem why it could not go as it should; empty when it could
   */
  static JsonObject of(
      Bench bench, Fault fault, JsonObject job, int strikes, double endedMs, String problem) {
    JsonObject manifest = manifest(bench, fault, job);
    double recordedMs =
        files(manifest, "audio")
            .filter(f -> f.containsKey("durationMs"))
            .mapToDouble(f -> f.getJsonNumber("durationMs").doubleValue())
            .max()
            .orElse(0);
    long evidence = files(manifest, "evidence").count();
    boolean over = JobsClient.isOver(job);
    String code = over ? job.getString("failureCode", job.getString("status")) : "stuck";
    boolean kept = fault.phase() != Fault.Phase.RECORDING || recordedMs > KEPT_MS;
    boolean ok = code.equals(fault.code()) && strikes > 0 && kept && evidence > 0;
    return row(fault, code, problem.isEmpty() ? job.getString("failureDetail", "") : problem)
        .add("strikes", strikes)
        .add("endedMs", Math.round(endedMs))
        .add("recordedMs", recordedMs)
        .add("evidenceFiles", evidence)
        .add("ok", ok && problem.isEmpty())
        .build();
  }

  /** One that could not even be tried. */
  static JsonObject broken(Fault fault, RuntimeException why) {
    JsonObjectBuilder row = row(fault, "none", "could not be run: " + why);
    Map.of("strikes", 0, "endedMs", 0, "recordedMs", 0, "evidenceFiles", 0).forEach(row::add);
    return row.add("ok", false).build();
  }

  private static JsonObjectBuilder row(Fault fault, String code, String detail) {
    return Json.createObjectBuilder()
        .add("name", fault.name())
        .add("platform", fault.platform())
        .add("expected", fault.code())
        .add("actual", code)
        .add("detail", detail);
  }

  private static Stream<JsonObject> files(JsonObject manifest, String kind) {
    return manifest.isEmpty()
        ? Stream.empty()
        : manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
            .filter(f -> f.getString("kind").equals(kind));
  }

  private static JsonObject manifest(Bench bench, Fault fault, JsonObject job) {
    return job.get("manifestUri") == JsonValue.NULL
        ? JsonValue.EMPTY_JSON_OBJECT
        : bench.jobs().download(job.getString("id"), bench.files(fault.name())).manifest();
  }
}
