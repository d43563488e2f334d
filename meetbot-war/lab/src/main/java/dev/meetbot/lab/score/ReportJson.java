package dev.meetbot.lab.score;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report for machines. */
public final class ReportJson {
  private ReportJson() {}

  /** The whole report: {@code scenarios} and {@code summary}. */
  public static JsonObject of(Summary summary) {
    JsonArrayBuilder scenarios = Json.createArrayBuilder();
    summary.rows().forEach(row -> scenarios.add(row(row)));
    return Json.createObjectBuilder()
        .add("scenarios", scenarios)
        .add("summary", summary(summary))
        .build();
  }

  static JsonObject row(Row row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", row.scenario().name())
            .add("platform", row.scenario().platform())
            .add("variant", row.scenario().variant())
            .add("language", row.scenario().language())
            .add("expected", row.scenario().expected().text())
            .add("actual", row.actual())
            .add("failureCode", text(row.failureCode()))
            .add("ok", row.ok());
    SpokenTime spoken = row.hasSpeech() ? row.figures().spoken() : SpokenTime.NONE;
    return json.add("attributionPercent", number(spoken.rightPercent()))
        .add("wrongNamePercent", number(spoken.wrongPercent()))
        .add("avOffsetMs", number(row.figures().avOffsetMs()))
        .add("startOffsetMs", number(row.figures().startOffsetMs()))
        .add("joinMs", number(row.joinMs()))
        .add("bareJoinMs", number(row.bareJoinMs()))
        .add("memoryMb", number(row.memoryMb()))
        .build();
  }

  private static JsonObject summary(Summary all) {
    JsonObjectBuilder attribution = Json.createObjectBuilder();
    for (String pool : Summary.POOLS) {
      attribution.add(pool, number(all.spoken(pool).rightPercent()));
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("scenarios", all.rows().size())
            .add("ok", all.count(Row::ok))
            .add("outcomesRight", all.count(Row::outcomeRight))
            .add("falseJoined", all.count(Row::falselyJoined))
            .add("attributionPercent", attribution)
            .add("wrongNamePercent", number(all.spoken().wrongPercent()))
            .add("avOffsetP95Ms", number(all.p95(r -> r.figures().avOffsetMs())))
            .add("startOffsetP95Ms", number(all.startP95()))
            .add("joinP50Ms", number(all.join(50)))
            .add("joinP95Ms", number(all.join(95)))
            .add("bareJoinP50Ms", number(all.bareJoin(50)))
            .add("bareJoinP95Ms", number(all.bareJoin(95)))
            .add("joinRatioP50", number(all.join(50) / all.bareJoin(50)))
            .add("joinRatioP95", number(all.join(95) / all.bareJoin(95)))
            .add("driftMs", number(all.extras().getOrDefault("driftMs", Double.NaN)));
    JsonObjectBuilder problems = Json.createObjectBuilder();
    all.rows().stream()
        .filter(r -> !r.problem().isEmpty())
        .forEach(r -> problems.add(r.scenario().name(), r.problem()));
    json.add("problems", problems);
    JsonArrayBuilder bars = Json.createArrayBuilder();
    List<Mark> marks = all.marks();
    marks.forEach(
        m ->
            bars.add(
                Json.createObjectBuilder()
                    .add("name", m.name())
                    .add("value", m.value())
                    .add("bar", m.bar())
                    .add("ok", m.ok())));
    return json.add("bars", bars).add("pass", marks.stream().allMatch(Mark::ok)).build();
  }

  private static JsonValue text(@Nullable String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  /** With at most two decimals; null for what was not taken. */
  private static JsonValue number(double value) {
    return Double.isFinite(value)
        ? Json.createValue(Math.round(value * 100) / 100.0)
        : JsonValue.NULL;
  }
}
