package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a mixed conversation gets the right name, with marks that come late and unevenly. */
class AttributionTest {
  private record Turn(String who, Span span) {}

  private final Random random = new Random(11);
  private final LogLines log = new LogLines();
  private final List<Turn> turns = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "active_speaker, 150, 60, 96",
    "active_speaker, 600, 100, 96",
    "highlight, 250, 120, 96",
    "data_channel, 80, 40, 97"
  })
  void speechGetsTheRightName(String source, int lagMs, int jitterMs, double rightPercent) {
    log.shape("mix").audio(1, "mainAudio");
    for (String id : List.of("a", "b", "c")) {
      log.joined(id, "Person " + id, 0);
    }
    converse();
    levels();
    marks(source, lagMs, jitterMs);
    List<Timeline.Segment> timeline = Timeline.of(log.meeting());

    long right = 0;
    long wrong = 0;
    long spoken = Spans.totalMs(Span.joined(turns.stream().map(Turn::span).toList(), 0));
    Map<String, List<Span>> said = new HashMap<>();
    turns.forEach(t -> said.computeIfAbsent(t.who, w -> new ArrayList<>()).add(t.span));
    for (String id : said.keySet()) {
      List<Span> claimed =
          timeline.stream()
              .filter(s -> id.equals(s.speakerId()))
              .map(Timeline.Segment::span)
              .toList();
      List<Span> others = turns.stream().filter(t -> !t.who.equals(id)).map(Turn::span).toList();
      right += Spans.totalMs(Spans.and(claimed, said.get(id)));
      wrong += Spans.totalMs(Spans.minus(Spans.and(claimed, others), said.get(id)));
    }
    String figures = "right %.2f %%, wrong %.2f %%";
    System.getLogger("AttributionTest")
        .log(
            System.Logger.Level.INFO,
            figures.formatted(100.0 * right / spoken, 100.0 * wrong / spoken));
    assertThat(100.0 * right / spoken).isGreaterThan(rightPercent);
    assertThat(100.0 * wrong / spoken).isLessThan(0.5);
  }

  /** Turns with breaks between them, as in a meeting; some begin as soon as the last one ends. */
  private void converse() {
    long at = 1_000;
    String last = "";
    for (int i = 0; i < 60; i++) {
      String who = List.of("a", "b", "c").get(random.nextInt(3));
      long length = 1_200 + random.nextInt(4_000);
      turns.add(new Turn(who, new Span(at, at + length)));
      at += length + (who.equals(last) ? 1_000 : 400 + random.nextInt(800));
      last = who;
    }
  }

  private void levels() {
    for (Turn turn : turns) {
      List<Integer> bins = new ArrayList<>();
      long from = turn.span.startMs() / 20 * 20;
      for (long ms = from; ms < turn.span.endMs(); ms += 20) {
        // Words with short breaks.
        bins.add((ms / 20) % 23 < 5 && ms > from + 400 ? 90 : 20 + random.nextInt(10));
      }
      log.add(
          "levels",
          turn.span.endMs(),
          "\"track\":1,\"fromMs\":%d,\"stepMs\":20,\"dbov\":%s".formatted(from, bins));
    }
  }

  private void marks(String source, int lagMs, int jitterMs) {
    record Mark(long at, String who, boolean on) {}
    List<Mark> marks = new ArrayList<>();
    String active = "";
    for (Turn turn : turns) {
      long on = turn.span.startMs() + lagMs + random.nextInt(2 * jitterMs) - jitterMs;
      if (!source.equals("active_speaker")) {
        long off = turn.span.endMs() + lagMs + 200 + random.nextInt(2 * jitterMs) - jitterMs;
        marks.add(new Mark(on, turn.who, true));
        marks.add(new Mark(off, turn.who, false));
      } else if (!turn.who.equals(active)) {
        marks.add(new Mark(on, turn.who, true));
        active = turn.who;
      }
    }
    marks.sort(Comparator.comparingLong(Mark::at));
    String facts = "\"participantId\":\"%s\",\"on\":%s,\"source\":\"%s\"";
    marks.forEach(m -> log.add("speaking_hint", m.at, facts.formatted(m.who, m.on, source)));
  }
}
