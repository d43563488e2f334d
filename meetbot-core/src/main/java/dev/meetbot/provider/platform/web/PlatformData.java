package dev.meetbot.provider.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's pages look like, as its data file says. Immutable.
 *
 * @param json the whole file, with the steps that follow from it
 */
public record PlatformData(JsonObject json) {
  /** Makes steps of the panels that are to be open in the call. */
  static PlatformData of(JsonObject file) {
    JsonArrayBuilder flow = Json.createArrayBuilder(file.getJsonArray("flow"));
    JsonObject roster = part(file, "roster");
    if (roster.containsKey("open")) {
      flow.add(
          opening(
              "openRoster",
              roster.getString("open"),
              roster.getString("panel", roster.getString("item"))));
    }
    JsonObject chat = part(file, "chat");
    if (chat.containsKey("open") && chat.getBoolean("keepOpen", false)) {
      flow.add(opening("openChat", chat.getString("open"), chat.getString("input")));
    }
    return new PlatformData(Json.createObjectBuilder(file).add("flow", flow).build());
  }

  private static JsonObject opening(String step, String button, String panel) {
    return Json.createObjectBuilder()
        .add("name", step)
        .add("when", Json.createArrayBuilder().add("element:" + button))
        .add("unless", Json.createArrayBuilder().add("element:" + panel))
        .add("do", "click")
        .add("element", button)
        .add("phase", "call")
        .add("times", 3)
        .add("againAfterSeconds", 10)
        .build();
  }

  private static JsonObject part(JsonObject file, String name) {
    return file.containsKey(name) ? file.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The platform's name on the wire. */
  public String platform() {
    return json.getString("platform");
  }

  /** When somebody last looked at the pages and wrote this down. */
  public String revision() {
    return json.getString("revision");
  }

  /** The language that the browser should ask the platform for. */
  public String browserLanguage() {
    return json.getString("browserLanguage");
  }

  /** Whether the flag is there and true. */
  public boolean flag(String name) {
    return json.getJsonObject("flags").getBoolean(name, false);
  }

  Flow flow() {
    return new Flow(json.getJsonArray("flow").getValuesAs(FlowStep::of));
  }

  /** Name of an element that a part of the file names; null when it does not. */
  @Nullable String name(String part, String field) {
    return part(json, part).getString(field, null);
  }

  boolean has(String part, String field) {
    return part(json, part).containsKey(field);
  }

  /** A text in every language, as it stands in the file. */
  Set<String> phrases(String text) {
    return part(json.getJsonObject("texts"), text).values().stream()
        .map(JsonValue::asJsonArray)
        .flatMap(List::stream)
        .map(value -> ((JsonString) value).getString())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Names of all elements. */
  public Map<String, Integer> elements() {
    return json.getJsonObject("elements").entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> entry.getValue().asJsonArray().size()));
  }

  @Override
  public String toString() {
    return platform() + " " + revision();
  }
}
