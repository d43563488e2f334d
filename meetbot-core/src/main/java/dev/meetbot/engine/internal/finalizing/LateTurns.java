package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Who was the active speaker before a silence stays it until the page notices who broke it. Where
 * sound begins and, without any break in it, somebody else becomes active soon after, that person
 * has spoken since it began. Pure.
 */
final class LateTurns {
  private static final long LATE_MS = 1_500;

  private record Turn(String person, long from, long to) {}

  private LateTurns() {}

  /**
   * The turns by person, such changes moved back to where the sound begins.
   *
   * @param turns each ends where the next begins
   * @param edges when sound begins or ends
   */
  static Map<String, List<Span>> early(Map<String, List<Span>> turns, NavigableSet<Long> edges) {
    List<Turn> all = new ArrayList<>();
    turns.forEach((id, its) -> its.forEach(s -> all.add(new Turn(id, s.startMs(), s.endMs()))));
    all.sort((a, b) -> Long.compare(a.from(), b.from()));
    for (int i = 1; i < all.size(); i++) {
      Turn before = all.get(i - 1);
      Turn turn = all.get(i);
      Long sound = edges.floor(turn.from());
      boolean late =
          sound != null
              && before.to() == turn.from()
              && before.from() < sound
              && turn.from() - sound <= LATE_MS;
      if (late) {
        all.set(i - 1, new Turn(before.person(), before.from(), sound));
        all.set(i, new Turn(turn.person(), sound, turn.to()));
      }
    }
    Map<String, List<Span>> early = new LinkedHashMap<>();
    turns.keySet().forEach(id -> early.put(id, new ArrayList<>()));
    all.forEach(t -> early.get(t.person()).add(new Span(t.from(), t.to())));
    return early;
  }
}
