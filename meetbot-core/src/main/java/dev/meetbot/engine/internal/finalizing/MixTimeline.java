package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Tells who spoke in sound that people share: the loud time is given out layer by layer, the best
 * evidence first; what no layer explains is nobody's. Pure; for one recording.
 */
final class MixTimeline {
  /** An edge of a mark so near to one of the sound is that one. */
  private static final long SNAP_MS = 300;

  /** Breaks between syllables are no edges. */
  private static final long SYLLABLE_MS = 120;

  /** What is left beside somebody's speech and shorter than this is still theirs. */
  private static final long CRUMB_MS = 400;

  private final CapturedMeeting meeting;
  private final List<Span> speech;
  private final TreeSet<Long> edges = new TreeSet<>();
  private final Map<Evidence, Map<String, List<Span>>> found = new LinkedHashMap<>();
  private List<Span> open;

  private MixTimeline(CapturedMeeting meeting, List<Span> loud) {
    this.meeting = meeting;
    this.speech = Speech.longEnough(loud);
    this.open = speech;
    for (Span span : Spans.atLeast(Span.joined(loud, SYLLABLE_MS), SYLLABLE_MS / 2)) {
      edges.add(span.startMs());
      edges.add(span.endMs());
    }
  }

  /**
   * The segments, in no order.
   *
   * @param loud when the shared sound was loud, not joined over any break
   */
  static List<Segment> of(CapturedMeeting meeting, List<Span> loud) {
    MixTimeline mix = new MixTimeline(meeting, loud);
    mix.layer(Evidence.CONTRIBUTING, mix.contributing());
    for (Evidence evidence : Evidence.SHOWN) {
      Map<String, List<Span>> marks = MarkSpans.of(meeting, evidence, mix.speech);
      marks.replaceAll((id, its) -> its.stream().map(mix::snapped).toList());
      mix.layer(
          evidence,
          evidence == Evidence.ACTIVE_SPEAKER ? LateTurns.early(marks, mix.edges) : marks);
    }
    mix.sweepCrumbs();
    return mix.segments();
  }

  private Map<String, List<Span>> contributing() {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    for (Person person : meeting.people()) {
      List<Span> its = Speech.in(Heard.contributing(meeting, person.id()));
      if (!person.self() && !its.isEmpty()) {
        spans.put(person.id(), its);
      }
    }
    return spans;
  }

  private void layer(Evidence evidence, Map<String, List<Span>> people) {
    // Beside better evidence, scraps of what is left would be given to whoever is shown late.
    List<Span> free = evidence == Evidence.CONTRIBUTING ? open : Spans.atLeast(open, CRUMB_MS / 2);
    List<Span> covered = List.of();
    Map<String, List<Span>> its = new LinkedHashMap<>();
    for (Map.Entry<String, List<Span>> person : people.entrySet()) {
      List<Span> spans = Spans.and(free, person.getValue());
      if (!spans.isEmpty()) {
        its.put(person.getKey(), spans);
        covered = Spans.or(covered, spans);
      }
    }
    found.put(evidence, its);
    open = Spans.minus(open, covered);
  }

  private Span snapped(Span mark) {
    return new Span(snapped(mark.startMs()), snapped(mark.endMs()));
  }

  private long snapped(long ms) {
    Long before = edges.floor(ms);
    Long after = edges.ceiling(ms);
    long back = before == null ? Long.MAX_VALUE : ms - before;
    long ahead = after == null ? Long.MAX_VALUE : after - ms;
    if (Math.min(back, ahead) > SNAP_MS) {
      return ms;
    }
    return back <= ahead ? ms - back : ms + ahead;
  }

  /** Short rests go to who speaks next to them in the same breath. */
  private void sweepCrumbs() {
    List<Span> rest = new ArrayList<>();
    for (Span crumb : open) {
      if (crumb.lengthMs() > CRUMB_MS || !sweep(crumb)) {
        rest.add(crumb);
      }
    }
    open = rest;
  }

  private boolean sweep(Span crumb) {
    for (Map<String, List<Span>> people : found.values()) {
      for (Map.Entry<String, List<Span>> person : people.entrySet()) {
        boolean beside =
            person.getValue().stream()
                .anyMatch(s -> s.endMs() == crumb.startMs() || s.startMs() == crumb.endMs());
        if (beside) {
          person.setValue(Spans.or(person.getValue(), List.of(crumb)));
          return true;
        }
      }
    }
    return false;
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    found.forEach(
        (evidence, people) ->
            people.forEach(
                (id, spans) -> spans.forEach(s -> segments.add(segment(evidence, id, s)))));
    for (Span span : Spans.atLeast(open, CRUMB_MS / 2)) {
      segments.add(Timeline.unknown(span));
    }
    return segments;
  }

  private Segment segment(Evidence evidence, String id, Span span) {
    String name = meeting.person(id).map(Person::name).orElse("");
    return new Segment(id, name, span, evidence.wireName(), evidence.confidence());
  }
}
