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
    progress.step("nothing is off");
    List<Row> before = new Crew(bench, options, progress).run(scenarios);
    if (!before.stream().allMatch(Row::outcomeRight)) {
      throw new IllegalStateException("outcomes are wrong with nothing turned off");
    }
    Map<String, List<String>> found = found(data);
    int most = found.values().stream().mapToInt(List::size).max().orElse(0);
    JsonArrayBuilder changed = Json.createArrayBuilder();
    int changes = 0;
    int turnedOff = 0;
    for (int k = 0; k < most; k++) {
      Map<String, String> off = turnOff(data, found, k);
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
            .add("elements", data.values().stream().mapToInt(Mutation::size).sum())
            .add("alternativesTurnedOff", turnedOff)
            .add("scenarios", scenarios.size())
            .add("changed", changed);
    JsonObject json = report.build();
    return new Finding(json, table(json), changes == 0);
  }

  private static int size(JsonObject data) {
    return PlatformData.elements(data).size();
  }

  /** What no page showed in any way is nothing that could be missed. */
  private Map<String, List<String>> found(Map<String, JsonObject> data) {
    Map<String, List<String>> found = new TreeMap<>();
    FoundElements.of(bench.server())
        .forEach(
            (platform, elements) ->
                found.put(
                    platform,
                    PlatformData.elements(data.get(platform)).stream()
                        .filter(elements::contains)
                        .toList()));
    return found;
  }

  private Map<String, String> turnOff(
      Map<String, JsonObject> data, Map<String, List<String>> found, int k) {
    Map<String, String> off = new TreeMap<>();
    data.forEach(
        (platform, whole) -> {
          List<String> elements = found.getOrDefault(platform, List.of());
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
            "Of "
                + report.get("elements")
                + " elements the pages show "
                + report.get("alternativesTurnedOff")
                + "; the first alternative of each of these turned off, "
                + report.get("scenarios")
                + " scenarios in all, those of its platform each time; outcomes that changed: "
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
