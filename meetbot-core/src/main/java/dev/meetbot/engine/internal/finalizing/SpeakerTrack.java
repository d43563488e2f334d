package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides whom a viewer should see as the current speaker. Pure. */
final class SpeakerTrack {
  /** No picture changes sooner than that. */
  private static final long HOLD_MS = 1_000;

  private SpeakerTrack() {}

  /** From that moment on that person is the current speaker. */
  record Turn(long fromMs, String who) {}

  /**
   * The turns in order of time. Who speaks keeps the turn while they speak and through the silence
   * after it; who began first of the others has it next.
   */
  static List<Turn> of(List<Segment> segments) {
    List<Segment> known =
        segments.stream()
            .filter(s -> s.speakerId() != null)
            .sorted(Comparator.comparingLong(s -> s.span().startMs()))
            .toList();
    TreeSet<Long> moments = new TreeSet<>();
    for (Segment segment : known) {
      moments.add(segment.span().startMs());
      moments.add(segment.span().endMs());
    }
    List<Turn> turns = new ArrayList<>();
    Scan scan = new Scan(known);
    while (!moments.isEmpty()) {
      long now = moments.pollFirst();
      List<String> speaking = scan.at(now);
      Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
      String next = next(last, speaking);
      if (next == null) {
        continue;
      }
      if (last != null && now - last.fromMs() < HOLD_MS) {
        moments.add(last.fromMs() + HOLD_MS);
        continue;
      }
      turns.add(new Turn(now, next));
    }
    return turns;
  }

  private static @Nullable String next(@Nullable Turn last, List<String> speaking) {
    if (speaking.isEmpty() || (last != null && speaking.contains(last.who()))) {
      return null;
    }
    return speaking.get(0);
  }

  /** Walks over segments that are sorted by their start. */
  private static final class Scan {
    private final List<Segment> segments;
    private final List<Segment> open = new ArrayList<>();
    private int next;

    Scan(List<Segment> segments) {
      this.segments = segments;
    }

    /** Who speaks then, first who began first; must be asked in order of time. */
    List<String> at(long ms) {
      while (next < segments.size() && segments.get(next).span().startMs() <= ms) {
        open.add(segments.get(next++));
      }
      open.removeIf(s -> s.span().endMs() <= ms);
      return open.stream().map(s -> String.valueOf(s.speakerId())).distinct().toList();
    }
  }
}
