package dev.meetbot.lab.scenario;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * One meeting that a bot is sent to, and what must come of it.
 *
 * @param json as the lab's server takes it, with what only the lab's command reads
 */
public record Scenario(JsonObject json) {
  /** The platform whose meetings are the server's own room, with guests in real browsers. */
  public static final String ROOM = "meetbot-room";

  public String name() {
    return json.getString("name");
  }

  public String platform() {
    return json.getString("platform");
  }

  public String variant() {
    return json.getString("variant", "classic");
  }

  public String language() {
    return json.getString("language", "en");
  }

  public boolean inRoom() {
    return platform().equals(ROOM);
  }

  /** Whether the meeting is on a server that others wrote, with guests in real browsers. */
  public boolean atOthers() {
    return platform().startsWith("janus-") || platform().startsWith("easyrtc-");
  }

  public Expected expected() {
    return Expected.of(json.getJsonObject("expected"));
  }

  /** What the job has besides the meeting: autoLeave, recording, passcode, ... */
  public JsonObject job() {
    return object("job");
  }

  /** What people do to the bot at the door. */
  public String doorKind() {
    return object("door").getString("kind", "lobby");
  }

  /** How the page receives sound: {@code own}, {@code slots}, {@code mix} or {@code webaudio}. */
  public String shape() {
    String usual =
        switch (platform()) {
          case "google-meet" -> "slots";
          case "microsoft-teams" -> "mix";
          case "zoom-web" -> "webaudio";
          default -> "own";
        };
    return object("media").getString("shape", usual);
  }

  /** Whether somebody says something, so that there is something to measure. */
  public boolean speaks() {
    return !array("speech").isEmpty() && expected().status().equals("completed");
  }

  /**
   * What is asked of the running bot: {@code at} ms after it records, {@code verb}, {@code body}.
   */
  public List<JsonObject> verbs() {
    return array("verbs").getValuesAs(JsonObject.class);
  }

  /** A line of the bot that must reach the meeting; empty for none. */
  public String lineOfBot() {
    return object("checks").getString("lineOfBot", "");
  }

  /** Whether every line that people wrote must be kept as it was. */
  public boolean keepsChat() {
    return object("checks").getBoolean("keepsChat", false);
  }

  /**
   * Whose attribution is summed up together: the shape of sound, or {@code marks} where nothing but
   * the page's marks or captions says who speaks.
   */
  public String pool() {
    return object("checks").getString("pool", shape());
  }

  /** Whether the page names one speaker at a time, so that nothing tells two who speak at once. */
  public boolean namesOneAtATime() {
    return object("checks").getBoolean("oneAtATime", false);
  }

  /** Whether the bare script knows the way: the first variant in English, and a door to ask at. */
  public boolean hasBareWay() {
    boolean asks = doorKind().equals("lobby") || doorKind().equals("open");
    return !inRoom()
        && asks
        && variant().equals(firstVariant(platform()))
        && language().equals("en");
  }

  /** The form of its pages in which a platform is met first. */
  public static String firstVariant(String platform) {
    return switch (platform) {
      case "zoom-web" -> "modern";
      case "jitsi" -> "current";
      case "microsoft-teams" -> "v2";
      default -> "classic";
    };
  }

  public JsonObject object(String key) {
    return json.get(key) instanceof JsonObject value ? value : JsonValue.EMPTY_JSON_OBJECT;
  }

  public JsonArray array(String key) {
    return json.get(key) instanceof JsonArray value ? value : JsonValue.EMPTY_JSON_ARRAY;
  }

  /** The same under another name, with something put over it. */
  public Scenario with(String name, JsonObject over) {
    JsonObject named = jakarta.json.Json.createObjectBuilder(over).add("name", name).build();
    return new Scenario(Merge.of(json, named));
  }
}
