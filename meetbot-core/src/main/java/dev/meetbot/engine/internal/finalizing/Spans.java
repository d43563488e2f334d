package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.List;

/** Sets of stretches of time. Pure. */
final class Spans {
  /** Far more time than any recording has. */
  static final Span EVER = new Span(-(1L << 50), 1L << 50);

  private Spans() {}

  /** What lies in both, in order of time. */
  static List<Span> and(List<Span> some, List<Span> others) {
    List<Span> a = Span.joined(some, 0);
    List<Span> b = Span.joined(others, 0);
    List<Span> both = new ArrayList<>();
    int j = 0;
    for (Span span : a) {
      while (j > 0 && b.get(j - 1).endMs() > span.startMs()) {
        j--;
      }
      while (j < b.size() && b.get(j).endMs() <= span.startMs()) {
        j++;
      }
      for (; j < b.size() && b.get(j).startMs() < span.endMs(); j++) {
        long from = Math.max(span.startMs(), b.get(j).startMs());
        long to = Math.min(span.endMs(), b.get(j).endMs());
        if (to > from) {
          both.add(new Span(from, to));
        }
      }
    }
    return both;
  }

  /** What is left of the first outside of the others, in order of time. */
  static List<Span> minus(List<Span> some, List<Span> others) {
    List<Span> rest = new ArrayList<>();
    long from = EVER.startMs();
    for (Span hole : Span.joined(others, 0)) {
      rest.add(new Span(from, hole.startMs()));
      from = hole.endMs();
    }
    rest.add(new Span(from, EVER.endMs()));
    return and(some, rest);
  }

  /** All together, in order of time. */
  static List<Span> or(List<Span> some, List<Span> others) {
    List<Span> all = new ArrayList<>(some);
    all.addAll(others);
    return Span.joined(all, 0);
  }

  static long totalMs(List<Span> spans) {
    return spans.stream().mapToLong(Span::lengthMs).sum();
  }

  /** Those that last at least so long. */
  static List<Span> atLeast(List<Span> spans, long ms) {
    return spans.stream().filter(s -> s.lengthMs() >= ms).toList();
  }
}
