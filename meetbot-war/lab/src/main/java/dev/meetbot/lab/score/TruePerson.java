package dev.meetbot.lab.score;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.util.List;

/**
 * Somebody in a meeting and when this person really spoke.
 *
 * @param id tells people of one name apart
 * @param hz the tone; NaN for spoken text
 * @param spans in epoch ms, or in ms of a recording after {@link Truth#shift}
 */
public record TruePerson(
    String id, String name, double hz, int hue, boolean camera, List<Span> spans) {
  public TruePerson {
    spans = List.copyOf(spans);
  }

  boolean hasTone() {
    return !Double.isNaN(hz);
  }

  Voice voice() {
    return new Voice(name, hz, hue);
  }

  boolean speaksAt(double ms) {
    return spans.stream().anyMatch(span -> span.contains(ms));
  }

  /** Whether this person speaks at most so long before or after. */
  boolean speaksNear(double ms, double reachMs) {
    return spans.stream().anyMatch(s -> ms >= s.startMs() - reachMs && ms < s.endMs() + reachMs);
  }
}
