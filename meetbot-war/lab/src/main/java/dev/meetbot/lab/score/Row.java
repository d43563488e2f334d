package dev.meetbot.lab.score;

import dev.meetbot.lab.scenario.Scenario;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one scenario. Figures that could not be taken are NaN.
 *
 * @param actual for example {@code completed/everyone_left}
 * @param joinMs from sending the job until the meeting saw the bot ask to join
 * @param bareJoinMs the same steps by a bare script
 * @param memoryMb of the bot's browser at its peak, shared pages by their share
 * @param falselyJoined whether the job said that the bot was in the call when it never was, or
 *     before it was
 * @param problem what else was wrong, in one line; empty for nothing
 */
public record Row(
    Scenario scenario,
    String actual,
    @Nullable String failureCode,
    Figures figures,
    double joinMs,
    double bareJoinMs,
    double memoryMb,
    boolean falselyJoined,
    String problem) {

  /** Of a scenario that could not be run at all. */
  public static Row broken(Scenario scenario, String problem) {
    return new Row(
        scenario, "none", null, Figures.NONE, Double.NaN, Double.NaN, Double.NaN, false, problem);
  }

  public boolean outcomeRight() {
    return scenario.expected().text().equals(actual);
  }

  public boolean ok() {
    return outcomeRight() && !falselyJoined && problem.isEmpty();
  }

  boolean hasSpeech() {
    return scenario.speaks() && figures.spoken().spokenMs() > 0;
  }

  /** The failure code of a job as its API tells it; null without one. */
  public static @Nullable String failureCode(JsonObject job) {
    return job.get("failureCode") instanceof JsonString code ? code.getString() : null;
  }

  /** What is worth a line while others run. */
  public String inShort() {
    StringBuilder text = new StringBuilder();
    if (hasSpeech()) {
      text.append(
          String.format(
              Locale.ROOT,
              "right %.1f %%, wrong %.1f %%",
              figures.spoken().rightPercent(),
              figures.spoken().wrongPercent()));
    }
    for (Map.Entry<String, Double> figure : figures().named().entrySet()) {
      if (Double.isFinite(figure.getValue())) {
        text.append(", ").append(figure.getKey()).append(' ').append(Math.round(figure.getValue()));
      }
    }
    if (Double.isFinite(joinMs)) {
      text.append(", join ").append(Math.round(joinMs));
    }
    if (!outcomeRight()) {
      text.append(", expected ").append(scenario.expected().text());
    }
    return text + (problem.isEmpty() ? "" : "; " + problem);
  }
}
