package dev.meetbot.engine.internal.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The loudest level of each 20 ms of a track, in -dBov as in RFC 6464: 0 is the loudest, 127 is
 * silence. Pure; used by one thread.
 */
final class AudioLevels {
  static final int STEP_MS = 20;
  static final int SILENT = 127;
  private static final int SILENT_STEPS_IN_BETWEEN = 25;

  /**
   * Levels one after the other.
   *
   * @param fromMs start of the first one
   */
  record Stretch(long fromMs, List<Integer> dbov) {
    Stretch {
      dbov = List.copyOf(dbov);
    }
  }

  private final TreeMap<Long, Integer> bins = new TreeMap<>();

  /** A linear level from 0 to 1 in -dBov. */
  static int dbov(double level) {
    if (level <= 0) {
      return SILENT;
    }
    return (int) Math.max(0, Math.min(SILENT, Math.round(-20 * Math.log10(level))));
  }

  void add(long timeMs, double level) {
    int dbov = dbov(level);
    if (dbov < SILENT) {
      bins.merge(timeMs / STEP_MS, dbov, Math::min);
    }
  }

  /** The same for all of a packet that plays so long. */
  void add(long timeMs, long lengthMs, double level) {
    add(timeMs, level);
    // What reaches less than half into a step does not count there.
    for (long ms = STEP_MS; ms <= lengthMs - STEP_MS / 2; ms += STEP_MS) {
      add(timeMs + ms, level);
    }
    add(timeMs + Math.max(0, lengthMs - STEP_MS / 2), level);
  }

  /** Takes out what lies before that time; silence is left out unless it is short. */
  List<Stretch> takeBefore(long timeMs) {
    List<Stretch> stretches = new ArrayList<>();
    List<Integer> current = new ArrayList<>();
    long first = 0;
    var due = bins.headMap(timeMs / STEP_MS, false);
    for (var bin : due.entrySet()) {
      long silent = bin.getKey() - first - current.size();
      if (!current.isEmpty() && silent > SILENT_STEPS_IN_BETWEEN) {
        stretches.add(new Stretch(first * STEP_MS, current));
        current = new ArrayList<>();
      }
      if (current.isEmpty()) {
        first = bin.getKey();
      }
      while (first + current.size() < bin.getKey()) {
        current.add(SILENT);
      }
      current.add(bin.getValue());
    }
    if (!current.isEmpty()) {
      stretches.add(new Stretch(first * STEP_MS, current));
    }
    due.clear();
    return stretches;
  }
}
