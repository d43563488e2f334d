package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Caption;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Hint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the page showed each person as speaking, by one kind of evidence, moved back by how late it
 * is in this recording. The bot itself and people whom nobody saw are left out. Pure.
 */
final class MarkSpans {
  private final CapturedMeeting meeting;
  private final Evidence evidence;

  private MarkSpans(CapturedMeeting meeting, Evidence evidence) {
    this.meeting = meeting;
    this.evidence = evidence;
  }

  /**
   * The spans by person.
   *
   * @param speech when anybody was heard; without it nothing is moved
   */
  static Map<String, List<Span>> of(CapturedMeeting meeting, Evidence evidence, List<Span> speech) {
    MarkSpans marks = new MarkSpans(meeting, evidence);
    Map<String, List<Span>> shown =
        evidence == Evidence.CAPTIONS ? marks.captions() : marks.hints();
    shown.keySet().removeIf(id -> meeting.person(id).filter(p -> !p.self()).isEmpty());
    if (evidence == Evidence.ACTIVE_SPEAKER && marks.neverChanges(shown.keySet())) {
      shown.clear();
    }
    return evidence == Evidence.CAPTIONS
        ? CaptionedSpeech.of(shown, late(shown, speech), speech)
        : marks.moved(shown, speech);
  }

  /** A page that shows one person large all the time does not say that this one speaks. */
  private boolean neverChanges(Set<String> active) {
    return active.size() == 1 && !active.containsAll(captions().keySet());
  }

  private Map<String, List<Span>> hints() {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    Map<String, Long> since = new HashMap<>();
    boolean one = evidence == Evidence.ACTIVE_SPEAKER;
    for (Hint hint :
        meeting.hints().stream()
            .filter(h -> h.source() == evidence)
            .sorted(Comparator.comparingLong(Hint::atMs))
            .toList()) {
      if (hint.on() && one) {
        // Only one is active at a time, though the page may not say that the last one no longer is.
        since.keySet().stream()
            .filter(id -> !id.equals(hint.participantId()))
            .toList()
            .forEach(id -> close(spans, id, since.remove(id), hint.atMs()));
      }
      if (hint.on()) {
        since.putIfAbsent(hint.participantId(), hint.atMs());
      } else {
        close(spans, hint.participantId(), since.remove(hint.participantId()), hint.atMs());
      }
    }
    since.forEach((id, from) -> close(spans, id, from, meeting.durationMs()));
    return spans;
  }

  private static void close(
      Map<String, List<Span>> spans, String id, @Nullable Long from, long to) {
    if (from != null && to > from) {
      spans.computeIfAbsent(id, i -> new ArrayList<>()).add(new Span(from, to));
    }
  }

  private Map<String, List<Span>> captions() {
    Map<String, List<Span>> spans = new LinkedHashMap<>();
    for (Caption caption : meeting.captions()) {
      String id = speaker(caption);
      if (id != null && caption.endMs() > caption.startMs()) {
        spans
            .computeIfAbsent(id, i -> new ArrayList<>())
            .add(new Span(caption.startMs(), caption.endMs()));
      }
    }
    spans.replaceAll((id, its) -> Span.joined(its, 0));
    return spans;
  }

  /** Who is meant: by id, or by a name that only one person has. */
  private @Nullable String speaker(Caption caption) {
    if (meeting.person(caption.speakerId()).isPresent()) {
      return caption.speakerId();
    }
    List<Person> named =
        meeting.people().stream()
            .filter(p -> !p.self() && !p.name().isEmpty())
            .filter(p -> p.name().equals(caption.speaker()))
            .toList();
    return named.size() == 1 ? named.get(0).id() : null;
  }

  private static long late(Map<String, List<Span>> shown, List<Span> speech) {
    return MarkLag.estimate(
        shown.values().stream().flatMap(List::stream).map(Span::startMs).toList(),
        speech.stream().map(Span::startMs).toList());
  }

  private Map<String, List<Span>> moved(Map<String, List<Span>> shown, List<Span> speech) {
    List<Span> all = shown.values().stream().flatMap(List::stream).toList();
    long on = late(shown, speech);
    // Who is active in place of another ends their turn, as late as every turn begins.
    long off =
        evidence == Evidence.ACTIVE_SPEAKER
            ? on
            : MarkLag.estimate(
                all.stream().map(Span::endMs).toList(), speech.stream().map(Span::endMs).toList());
    Map<String, List<Span>> moved = new LinkedHashMap<>();
    shown.forEach(
        (id, its) -> {
          List<Span> earlier =
              its.stream()
                  .map(s -> new Span(Math.max(0, s.startMs() - on), s.endMs() - off))
                  .filter(s -> s.lengthMs() > 0)
                  .toList();
          moved.put(id, Spans.minus(earlier, meeting.pauses()));
        });
    return moved;
  }
}
