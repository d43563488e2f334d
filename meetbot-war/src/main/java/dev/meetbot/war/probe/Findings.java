package dev.meetbot.war.probe;

import dev.meetbot.provider.platform.web.ElementSurvey;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check has found so far. Used by one thread at a time. */
final class Findings {
  private final Map<String, List<Integer>> elements = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private @Nullable MeetingSnapshot best;

  /** A moment worth a picture. */
  record Step(long afterMs, String state, @Nullable String words, List<String> shown) {}

  /**
   * Takes what the page shows.
   *
   * @return whether another step was reached: another state, or other elements than before
   */
  boolean take(long afterMs, String state, @Nullable String words, List<ElementSurvey> survey) {
    List<String> shown = new ArrayList<>();
    for (ElementSurvey element : survey) {
      List<Integer> most =
          elements.computeIfAbsent(
              element.name(),
              n -> new ArrayList<>(element.matches().stream().map(m -> 0).toList()));
      for (int i = 0; i < Math.min(most.size(), element.matches().size()); i++) {
        most.set(i, Math.max(most.get(i), element.matches().get(i)));
      }
      if (element.matches().stream().anyMatch(m -> m > 0)) {
        shown.add(element.name());
      }
    }
    Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    if (last != null && last.state().equals(state) && last.shown().equals(shown)) {
      return false;
    }
    steps.add(new Step(afterMs, state, words, List.copyOf(shown)));
    return true;
  }

  /** Keeps the fullest view of the call. */
  void facts(MeetingSnapshot seen) {
    MeetingSnapshot before = best;
    if (before == null || seen.participants().size() >= before.participants().size()) {
      best = seen;
    }
  }

  int stepCount() {
    return steps.size();
  }

  /** Elements of which no alternative ever matched, in the data file's order. */
  List<String> neverSeen() {
    return elements.entrySet().stream()
        .filter(e -> e.getValue().stream().allMatch(m -> m == 0))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** For machines. */
  JsonObject toJson(String platform, String outcome) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    elements.forEach(
        (name, matches) ->
            all.add(
                Json.createObjectBuilder()
                    .add("name", name)
                    .add("matched", matches.stream().anyMatch(m -> m > 0))
                    .add("alternatives", Json.createArrayBuilder(matches))));
    JsonArrayBuilder way = Json.createArrayBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("afterMs", step.afterMs())
              .add("state", step.state())
              .add("picture", picture(i))
              .add("shown", Json.createArrayBuilder(step.shown()));
      way.add(step.words() == null ? one : one.add("words", step.words()));
    }
    return Json.createObjectBuilder()
        .add("platform", platform)
        .add("outcome", outcome)
        .add("elements", all)
        .add("steps", way)
        .add("facts", facts())
        .build();
  }

  private JsonObjectBuilder facts() {
    MeetingSnapshot seen = best;
    JsonObjectBuilder facts = Json.createObjectBuilder();
    if (seen != null) {
      facts
          .add("participants", seen.participants().size())
          .add("self", seen.participants().stream().anyMatch(p -> p.self()))
          .add("hosts", seen.participants().stream().filter(p -> p.host()).count())
          .add("sources", seen.sources().size())
          .add("marks", seen.marks().size())
          .add("chat", seen.chat().size())
          .add("captions", seen.captions().size());
    }
    return facts;
  }

  /** The name of a step's picture. */
  static String picture(int step) {
    return String.format(Locale.ROOT, "step-%02d.png", step + 1);
  }

  /** For people: which alternatives of each element matched. */
  String table() {
    StringBuilder text = new StringBuilder();
    elements.forEach(
        (name, matches) -> {
          text.append(String.format("%-28s", name));
          for (int i = 0; i < matches.size(); i++) {
            text.append(' ').append(i).append(matches.get(i) > 0 ? ":yes" : ":-  ");
          }
          text.append(System.lineSeparator());
        });
    return text.toString();
  }
}
