package dev.meetbot.engine.internal.finalizing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Captions begin when their first words are understood and stand on when all is said: too late at
 * both ends, by more or less each time. But they begin while their speaker speaks. So a stretch of
 * speech belongs to those whose captions begin in it, from one beginning to the next. Pure.
 */
final class CaptionedSpeech {
  private record Beginning(String person, long atMs) {}

  private CaptionedSpeech() {}

  /**
   * The spans by person. Where nobody's captions begin, those that stand on count.
   *
   * @param captioned when each person's captions stood
   * @param lateMs how late they usually begin
   * @param speech stretches of speech, whoever spoke
   */
  static Map<String, List<Span>> of(
      Map<String, List<Span>> captioned, long lateMs, List<Span> speech) {
    List<Beginning> all = beginnings(captioned);
    Map<String, List<Span>> spoken = new LinkedHashMap<>();
    captioned.keySet().forEach(id -> spoken.put(id, new ArrayList<>()));
    List<Span> given = new ArrayList<>();
    for (Span stretch : speech) {
      List<Beginning> its =
          all.stream()
              .filter(b -> b.atMs() >= stretch.startMs() && b.atMs() < stretch.endMs())
              .toList();
      for (int i = 0; i < its.size(); i++) {
        long from = i == 0 ? stretch.startMs() : within(stretch, its.get(i).atMs() - lateMs);
        long to =
            i == its.size() - 1 ? stretch.endMs() : within(stretch, its.get(i + 1).atMs() - lateMs);
        if (to > from) {
          spoken.get(its.get(i).person()).add(new Span(from, to));
        }
      }
      if (!its.isEmpty()) {
        given.add(stretch);
      }
    }
    captioned.forEach(
        (id, its) -> spoken.put(id, Spans.or(spoken.get(id), Spans.minus(its, given))));
    return spoken;
  }

  private static List<Beginning> beginnings(Map<String, List<Span>> captioned) {
    List<Beginning> all = new ArrayList<>();
    captioned.forEach((id, its) -> its.forEach(s -> all.add(new Beginning(id, s.startMs()))));
    all.sort(Comparator.comparingLong(Beginning::atMs));
    return all;
  }

  private static long within(Span stretch, long ms) {
    return Math.max(stretch.startMs(), Math.min(ms, stretch.endMs()));
  }
}
