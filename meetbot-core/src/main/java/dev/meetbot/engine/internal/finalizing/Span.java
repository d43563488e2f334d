package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of the recording's time line, in ms from its start.
 *
 * @param endMs the first millisecond after it
 */
record Span(long startMs, long endMs) {
  long lengthMs() {
    return Math.max(0, endMs - startMs);
  }

  boolean contains(long ms) {
    return ms >= startMs && ms < endMs;
  }

  /** These spans in order of time, with those joined whose distance is at most {@code gapMs}. */
  static List<Span> joined(List<Span> spans, long gapMs) {
    List<Span> result = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::startMs)).toList()) {
      Span last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && span.startMs - last.endMs <= gapMs) {
        result.set(result.size() - 1, new Span(last.startMs, Math.max(last.endMs, span.endMs)));
      } else {
        result.add(span);
      }
    }
    return result;
  }

  /** What is left of {@code spans} outside of {@code holes}. */
  static List<Span> without(List<Span> spans, List<Span> holes) {
    List<Span> left = spans;
    for (Span hole : holes) {
      List<Span> next = new ArrayList<>();
      for (Span span : left) {
        if (hole.endMs <= span.startMs || hole.startMs >= span.endMs) {
          next.add(span);
          continue;
        }
        if (span.startMs < hole.startMs) {
          next.add(new Span(span.startMs, hole.startMs));
        }
        if (hole.endMs < span.endMs) {
          next.add(new Span(hole.endMs, span.endMs));
        }
      }
      left = next;
    }
    return left;
  }

  static boolean anyContains(List<Span> spans, long ms) {
    return spans.stream().anyMatch(s -> s.contains(ms));
  }
}
