package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import java.util.List;

/**
 * How much of the true speaking time a timeline puts on the right name, sampled every 10 ms.
 *
 * @param rightPercent share of the true speaking time that carries the speaker's name; where
 *     several speak, each one's time counts
 * @param wrongPercent time given to a name that is silent, as a share of the true speaking time
 */
public record Attribution(double rightPercent, double wrongPercent) {
  private static final double STEP_MS = 10;

  /**
   * Compares.
   *
   * @param timeline who spoke when, by the recording, in ms of the recording
   * @param truth who really spoke, on the same line
   * @param window the part of the recording that is looked at
   */
  public static Attribution of(List<NamedSpan> timeline, List<Speech> truth, Span window) {
    long spoken = 0;
    long right = 0;
    long wrong = 0;
    for (double ms = window.startMs(); ms < window.endMs(); ms += STEP_MS) {
      double now = ms;
      for (NamedSpan claim : distinct(timeline, now)) {
        wrong += speaks(truth, claim.name(), now) ? 0 : 1;
      }
      for (Speech speech : truth) {
        if (speech.spans().stream().anyMatch(s -> s.contains(now))) {
          spoken++;
          String name = speech.voice().name();
          right +=
              timeline.stream().anyMatch(c -> c.name().equals(name) && c.span().contains(now))
                  ? 1
                  : 0;
        }
      }
    }
    return new Attribution(100.0 * right / spoken, 100.0 * wrong / spoken);
  }

  /** One claim per name: overlapping segments of a name count once. */
  private static List<NamedSpan> distinct(List<NamedSpan> timeline, double ms) {
    return timeline.stream()
        .filter(c -> c.span().contains(ms))
        .collect(
            java.util.stream.Collectors.toMap(
                NamedSpan::name, c -> c, (a, b) -> a, java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static boolean speaks(List<Speech> truth, String name, double ms) {
    return truth.stream()
        .filter(s -> s.voice().name().equals(name))
        .anyMatch(s -> s.spans().stream().anyMatch(span -> span.contains(ms)));
  }
}
