package dev.meetbot.lab.truth;

import java.util.List;

/**
 * A stretch of time in milliseconds, half open. The zero is the caller's: the epoch for what the
 * guests log, the start of the recording or of a file after {@link #shift}.
 */
public record Span(double startMs, double endMs) {

  public Span {
    if (!(endMs >= startMs)) {
      throw new IllegalArgumentException("a span ends before it starts: " + startMs + " " + endMs);
    }
  }

  public double lengthMs() {
    return endMs - startMs;
  }

  public boolean contains(double ms) {
    return ms >= startMs && ms < endMs;
  }

  /** The same stretch on a line whose zero lies {@code -byMs} away. */
  public Span shift(double byMs) {
    return new Span(startMs + byMs, endMs + byMs);
  }

  /** The spans cut to this one; what lies outside is dropped. */
  public List<Span> clip(List<Span> spans) {
    return spans.stream()
        .filter(s -> s.startMs < endMs && s.endMs > startMs)
        .map(s -> new Span(Math.max(s.startMs, startMs), Math.min(s.endMs, endMs)))
        .toList();
  }

  /** The spans moved together. */
  public static List<Span> shift(List<Span> spans, double byMs) {
    return spans.stream().map(s -> s.shift(byMs)).toList();
  }
}
