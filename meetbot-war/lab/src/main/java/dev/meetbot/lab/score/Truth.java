package dev.meetbot.lab.score;

import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.Span;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * What really happened in a meeting.
 *
 * @param lines what people wrote into the chat
 */
public record Truth(List<TruePerson> people, List<Line> lines) {

  /** A line of chat. */
  public record Line(String from, String text) {}

  public Truth {
    people = List.copyOf(people);
    lines = List.copyOf(lines);
  }

  /**
   * From the lab server's account, in epoch ms.
   *
   * @param told the scenario's people: who has a camera, and who says words instead of a tone
   */
  public static Truth of(JsonObject json, List<JsonObject> told) {
    List<TruePerson> people = new ArrayList<>();
    for (JsonObject person : objects(json, "people")) {
      JsonObject as =
          told.stream()
              .filter(t -> t.getString("id").equals(person.getString("id")))
              .findFirst()
              .orElse(JsonObject.EMPTY_JSON_OBJECT);
      people.add(
          new TruePerson(
              person.getString("id"),
              person.getString("name"),
              as.get("say") instanceof JsonString ? Double.NaN : number(person, "hz"),
              (int) number(person, "hue"),
              as.getBoolean("camera", true),
              spans(person.getJsonArray("spans"))));
    }
    List<Line> lines =
        objects(json, "chat").stream()
            .map(line -> new Line(line.getString("name"), line.getString("text")))
            .toList();
    return new Truth(people, lines);
  }

  /** From guests in the server's own room. */
  public static Truth ofGuests(List<GuestTruth> guests, List<Line> lines) {
    return new Truth(
        guests.stream()
            .map(
                g ->
                    new TruePerson(
                        g.speech().voice().name(),
                        g.speech().voice().name(),
                        g.speech().voice().hz(),
                        g.speech().voice().hue(),
                        true,
                        g.speech().spans()))
            .toList(),
        lines);
  }

  /** The same on a line whose zero lies {@code -byMs} away, cut to a window of it. */
  Truth shift(double byMs, Span window) {
    return new Truth(
        people.stream()
            .map(
                p ->
                    new TruePerson(
                        p.id(),
                        p.name(),
                        p.hz(),
                        p.hue(),
                        p.camera(),
                        window.clip(Span.shift(p.spans(), byMs))))
            .toList(),
        lines);
  }

  private static List<Span> spans(JsonArray array) {
    return array.getValuesAs(JsonArray.class).stream()
        .map(
            s ->
                new Span(
                    s.getJsonNumber(0).doubleValue(),
                    // a turn that nobody ended yet
                    s.get(1) instanceof JsonNumber end
                        ? end.doubleValue()
                        : System.currentTimeMillis()))
        .toList();
  }

  private static List<JsonObject> objects(JsonObject json, String key) {
    return json.get(key) instanceof JsonArray array
        ? array.getValuesAs(JsonObject.class)
        : List.of();
  }

  private static double number(JsonObject json, String key) {
    return json.get(key) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
  }
}
