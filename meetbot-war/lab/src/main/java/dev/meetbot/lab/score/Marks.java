package dev.meetbot.lab.score;

import java.util.ArrayList;
import java.util.List;

/** What a run must reach. */
final class Marks {
  private final List<Mark> marks = new ArrayList<>();

  private Marks() {}

  static List<Mark> of(Summary all) {
    Marks m = new Marks();
    long count = all.rows().size();
    m.marks.add(Mark.atLeast("outcomes right", all.count(Row::outcomeRight), count));
    m.marks.add(Mark.atMost("false joined", all.count(Row::falselyJoined), 0));
    m.marks.add(Mark.atMost("scenarios with a problem", all.count(r -> !r.problem().isEmpty()), 0));
    for (String pool : Summary.POOLS) {
      m.attribution(all, pool);
    }
    if (all.spoken().spokenMs() > 0) {
      m.marks.add(Mark.atMost("wrong names, %", all.spoken().wrongPercent(), 0.5));
    }
    m.taken("A/V offset p95, ms", all.p95(r -> r.figures().avOffsetMs()), 100);
    m.taken("start offset p95, ms", all.startP95(), 100);
    m.taken("join p50, of the bare script's", all.join(50) / all.bareJoin(50), 1.3);
    m.taken("join p95, of the bare script's", all.join(95) / all.bareJoin(95), 1.3);
    all.extras().forEach((name, value) -> m.taken(name, value, 40));
    return List.copyOf(m.marks);
  }

  private void attribution(Summary all, String pool) {
    SpokenTime spoken = all.spoken(pool);
    if (spoken.spokenMs() > 0) {
      boolean separate = pool.equals("own") || pool.equals("slots");
      marks.add(
          Mark.atLeast(
              "on the right person (" + pool + "), %", spoken.rightPercent(), separate ? 99 : 95));
    }
  }

  private void taken(String name, double value, double limit) {
    if (Double.isFinite(value)) {
      marks.add(Mark.atMost(name, value, limit));
    }
  }
}
