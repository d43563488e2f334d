package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds speech in loudness. Pure. */
final class Speech {
  /** Louder than this begins speech; an empty room with an open microphone stays below. */
  private static final int ON_DBOV = 45;

  /** Speech that has begun goes on down to here, so that soft syllables do not break it. */
  private static final int OFF_DBOV = 55;

  /** Breaks up to this are part of speaking; they never lengthen the end of a segment. */
  private static final long JOIN_MS = 350;

  /** Anything shorter is a click. */
  private static final long MIN_MS = 150;

  private Speech() {}

  /** The stretches of speech. */
  static List<Span> in(List<LevelRun> runs) {
    return longEnough(loud(runs));
  }

  /** The loud stretches, not joined over any break. */
  static List<Span> loud(List<LevelRun> runs) {
    List<Span> spans = new ArrayList<>();
    boolean on = false;
    long lastEnd = Long.MIN_VALUE;
    List<LevelRun> ordered =
        runs.stream().sorted(Comparator.comparingLong(LevelRun::fromMs)).toList();
    for (LevelRun run : ordered) {
      if (run.fromMs() > lastEnd) {
        on = false;
      }
      for (int i = 0; i < run.dbov().length; i++) {
        int level = run.dbov()[i];
        on = level < (on ? OFF_DBOV : ON_DBOV);
        if (on) {
          long start = run.fromMs() + (long) i * run.stepMs();
          spans.add(new Span(start, start + run.stepMs()));
        }
      }
      lastEnd = run.fromMs() + (long) run.dbov().length * run.stepMs();
    }
    return Span.joined(spans, 0);
  }

  /** Joined over short breaks, without clicks. */
  static List<Span> longEnough(List<Span> spans) {
    return Spans.atLeast(Span.joined(spans, JOIN_MS), MIN_MS);
  }
}
