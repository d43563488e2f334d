package dev.meetbot.lab.scenario;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The scenarios that come with the lab. */
public final class Scenarios {
  /** In the order in which they are run and reported. */
  public static final List<String> PLATFORMS =
      List.of("google-meet", "microsoft-teams", "zoom-web", "jitsi", Scenario.ROOM);

  /** The file with the meetings on servers that others wrote. */
  private static final String OTHERS = "others";

  private Scenarios() {}

  /**
   * Every scenario.
   *
   * @throws IllegalStateException when two have the same name
   */
  public static List<Scenario> all() {
    JsonObject shared =
        JsonText.resource(Scenarios.class, "/dev/meetbot/lab/scenarios/pieces.json");
    List<Scenario> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<String> files = new ArrayList<>(PLATFORMS);
    files.add(OTHERS);
    for (String name : files) {
      JsonObject file =
          JsonText.resource(Scenarios.class, "/dev/meetbot/lab/scenarios/" + name + ".json");
      for (Scenario scenario : Matrix.expand(file, shared)) {
        if (!names.add(scenario.name())) {
          throw new IllegalStateException("two scenarios are called " + scenario.name());
        }
        all.add(scenario);
      }
    }
    return List.copyOf(all);
  }

  /** Those of the short form: a few that touch every platform and the main outcomes. */
  public static List<Scenario> few() {
    List<String> names =
        JsonText.resource(Scenarios.class, "/dev/meetbot/lab/scenarios/short.json")
            .getJsonArray("names")
            .getValuesAs(JsonString::getString);
    List<Scenario> all = all();
    return names.stream().map(name -> named(all, name)).toList();
  }

  private static Scenario named(List<Scenario> all, String name) {
    return all.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no scenario is called " + name));
  }

  /** Those whose name has the pattern, of one platform or, when that is empty, of all. */
  public static List<Scenario> only(List<Scenario> from, Pattern name, String platform) {
    return from.stream()
        .filter(s -> platform.isEmpty() || s.platform().equals(platform))
        .filter(s -> name.matcher(s.name()).find())
        .toList();
  }
}
