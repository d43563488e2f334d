package dev.meetbot.lab.truth;

import java.util.List;

/** What one guest said, by its own log: the spans in which its tone was on. */
public record Speech(Voice voice, List<Span> spans) {

  public Speech {
    spans = List.copyOf(spans);
  }

  /** The same on a line whose zero lies {@code -byMs} away. */
  public Speech shift(double byMs) {
    return new Speech(voice, Span.shift(spans, byMs));
  }

  /** The same, cut to a window. */
  public Speech within(Span window) {
    return new Speech(voice, window.clip(spans));
  }
}
