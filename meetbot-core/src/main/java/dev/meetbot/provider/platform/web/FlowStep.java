package dev.meetbot.provider.platform.web;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on the page when its conditions hold, which the page decides.
 *
 * @param element what is clicked or typed into; null for acts that need none
 * @param key the key of a {@link Act#PRESS}
 * @param times how often on one document at most
 * @param again how long it takes until it may be done again
 * @param asks whether the bot has asked to be let in with this
 */
record FlowStep(
    String name,
    Act act,
    @Nullable String element,
    String key,
    int times,
    Duration again,
    boolean asks) {
  /** What is done. */
  enum Act {
    CLICK,
    /** Types the bot's name. */
    NAME,
    /** Types the meeting's passcode; without one the step is left out. */
    PASSCODE,
    PRESS,
    /** Opens the meeting's address again. */
    RELOAD
  }

  static FlowStep of(JsonObject step) {
    double again =
        step.containsKey("againAfterSeconds")
            ? step.getJsonNumber("againAfterSeconds").doubleValue()
            : 2;
    return new FlowStep(
        step.getString("name"),
        Act.valueOf(step.getString("do").toUpperCase(java.util.Locale.ROOT)),
        step.getString("element", null),
        step.getString("key", "Enter"),
        step.getInt("times", 1),
        Duration.ofMillis(Math.round(again * 1000)),
        step.getBoolean("asks", false));
  }
}
