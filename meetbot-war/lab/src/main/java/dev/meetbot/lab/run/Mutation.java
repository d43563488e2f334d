package dev.meetbot.lab.run;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.scenario.Scenarios;
import dev.meetbot.lab.score.Row;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns each page element's first alternative off, the k-th element of all platforms at once, and
 * runs the short form each time: no outcome may change.
 */
final class Mutation {
  private final Bench bench;
  private final LabOptions options;
  private final Progress progress;

  Mutation(Bench bench, LabOptions options, Progress progress) {
    this.bench = bench;
    this.options = options;
    this.progress = progress;
  }

  Finding run() {
    Map<String, JsonObject> data = PlatformData.in(options.war());
    List<Scenario> scenarios =
        Scenarios.only(Scenarios.few(), options.only(), options.platform()).stream()
            .filter(s -> data.containsKey(s.platform()))
            .toList();
    int most =
        data.values().stream().mapToInt(d -> PlatformData.elements(d).size()).max().orElse(0);
    JsonArrayBuilder changed = Json.createArrayBuilder();
    int changes = 0;
    int turnedOff = 0;
    for (int k = 0; k < most; k++) {
      Map<String, String> off = turnOff(data, k);
      turnedOff += off.size();
      progress.step("off: " + off);
      List<Scenario> touched =
          scenarios.stream().filter(s -> off.containsKey(s.platform())).toList();
      for (Row row : new Crew(bench, options, progress).run(touched)) {
        if (!row.outcomeRight()) {
          changes++;
          changed.add(change(row, String.valueOf(off.get(row.scenario().platform()))));
        }
      }
    }
    JsonObjectBuilder report =
        Json.createObjectBuilder()
            .add("alternativesTurnedOff", turnedOff)
            .add("scenarios", scenarios.size())
            .add("changed", changed);
    JsonObject json = report.build();
    return new Finding(json, table(json), changes == 0);
  }

  private Map<String, String> turnOff(Map<String, JsonObject> data, int k) {
    Map<String, String> off = new TreeMap<>();
    data.forEach(
        (platform, whole) -> {
          List<String> elements = PlatformData.elements(whole);
          if (k < elements.size()) {
            String element = elements.get(k);
            PlatformData.write(
                bench.platforms(), platform, PlatformData.withoutFirst(whole, element));
            off.put(platform, element);
          } else {
            PlatformData.remove(bench.platforms(), platform);
          }
        });
    return off;
  }

  private static JsonObject change(Row row, String element) {
    return Json.createObjectBuilder()
        .add("element", element)
        .add("scenario", row.scenario().name())
        .add("expected", row.scenario().expected().text())
        .add("actual", row.actual())
        .add("problem", row.problem())
        .build();
  }

  private static String table(JsonObject report) {
    StringBuilder text =
        new StringBuilder(
            report.get("alternativesTurnedOff")
                + " alternatives turned off, "
                + report.get("scenarios")
                + " scenarios each time; outcomes that changed: "
                + report.getJsonArray("changed").size()
                + ".\n");
    for (JsonObject change : report.getJsonArray("changed").getValuesAs(JsonObject.class)) {
      text.append(
          String.format(
              "- `%s` in %s: %s instead of %s%n",
              change.getString("element"),
              change.getString("scenario"),
              change.getString("actual"),
              change.getString("expected")));
    }
    return text.toString();
  }
}
