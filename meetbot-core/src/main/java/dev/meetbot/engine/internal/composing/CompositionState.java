package dev.meetbot.engine.internal.composing;

import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view that was asked for, as it is kept; immutable, each step makes a new one.
 *
 * @param tries how often it was begun
 * @param heldUntil nobody begins with it before that: the lease of who makes it, or the pause after
 *     a failure
 * @param error of the last try; null when there is none
 */
public record CompositionState(
    ComposedView view, Phase phase, int tries, Instant heldUntil, @Nullable String error) {
  /** After so many it is given up. */
  static final int MAX_TRIES = 3;

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int MAX_ERROR = 500;

  /** Where it stands. */
  public enum Phase {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  static CompositionState queued(ComposedView view, Instant now) {
    return new CompositionState(view, Phase.QUEUED, 0, now, null);
  }

  boolean over() {
    return phase == Phase.DONE || phase == Phase.FAILED;
  }

  /** Whether somebody may begin with it, also because who made it is gone. */
  boolean free(Instant now) {
    return !over() && !now.isBefore(heldUntil);
  }

  /** Begun by somebody; or given up, when it was begun too often without an end. */
  CompositionState taken(Instant leaseEnd) {
    if (tries >= MAX_TRIES) {
      String why = error == null ? "who made it was lost " + tries + " times" : error;
      return new CompositionState(view, Phase.FAILED, tries, heldUntil, why);
    }
    return new CompositionState(view, Phase.RUNNING, tries + 1, leaseEnd, error);
  }

  /** Still being made. */
  CompositionState renewed(Instant leaseEnd) {
    return new CompositionState(view, phase, tries, leaseEnd, error);
  }

  CompositionState done(Instant now) {
    return new CompositionState(view, Phase.DONE, tries, now, null);
  }

  /** After a try that failed: later again, or never. */
  CompositionState failed(String why, boolean forGood, Instant now) {
    String kept = why.substring(0, Math.min(MAX_ERROR, why.length()));
    boolean over = forGood || tries >= MAX_TRIES;
    return new CompositionState(
        view, over ? Phase.FAILED : Phase.QUEUED, tries, now.plus(PAUSE.multipliedBy(tries)), kept);
  }

  /** Given back by somebody who ends; that is no try. */
  CompositionState released(Instant now) {
    return new CompositionState(view, Phase.QUEUED, Math.max(0, tries - 1), now, error);
  }

  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("layout", view.layout().name())
            .add("width", view.width())
            .add("height", view.height())
            .add("phase", phase.name())
            .add("tries", tries)
            .add("heldUntil", heldUntil.toString());
    if (error != null) {
      json.add("error", error);
    }
    return json.build().toString();
  }

  static CompositionState parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new CompositionState(
          new ComposedView(
              RecordingSpec.Layout.valueOf(json.getString("layout")),
              json.getInt("width"),
              json.getInt("height")),
          Phase.valueOf(json.getString("phase")),
          json.getInt("tries"),
          Instant.parse(json.getString("heldUntil")),
          json.getString("error", null));
    }
  }
}
