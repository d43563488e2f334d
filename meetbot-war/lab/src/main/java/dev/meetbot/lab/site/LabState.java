package dev.meetbot.lab.site;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** What a meeting of the lab has seen of the bot; times in epoch ms by the lab's own clock. */
public record LabState(JsonObject json) {

  /** When the bot's latest page was there and spoke to the meeting. */
  public Optional<Double> connectedAtMs() {
    return time("connectedAtMs");
  }

  /** When the bot asked to join; empty when it never did. */
  public Optional<Double> askedAtMs() {
    return time("askedAtMs");
  }

  /** When it began to wait. */
  public Optional<Double> waitingAtMs() {
    return time("waitingAtMs");
  }

  /** When the meeting let the bot in; empty when it never did. */
  public Optional<Double> admittedAtMs() {
    return time("admittedAtMs");
  }

  /** The lines that the bot wrote. */
  public List<String> chatFromBot() {
    return json.get("chatFromBot") instanceof JsonArray lines
        ? lines.stream()
            .map(l -> l instanceof JsonObject o ? o.getString("text", "") : text(l))
            .toList()
        : List.of();
  }

  private static String text(jakarta.json.JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  /** Scripts of the meeting's page that failed: the imitation is at fault then, not the bot. */
  public int pageErrors() {
    return json.get("pageErrors") instanceof JsonArray errors ? errors.size() : 0;
  }

  private Optional<Double> time(String key) {
    return json.get(key) instanceof JsonNumber number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }
}
