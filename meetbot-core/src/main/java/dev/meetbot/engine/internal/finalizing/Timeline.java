package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who spoke when. Pure. */
final class Timeline {
  private Timeline() {}

  /**
   * A stretch in which one person spoke.
   *
   * @param speakerId null when nobody knows who it was
   * @param confidence 0 to 1 that the name is right
   */
  record Segment(
      @Nullable String speakerId, String speaker, Span span, String source, double confidence) {}

  /** The same where every track with everybody in it counts. */
  static List<Segment> of(CapturedMeeting meeting) {
    return of(meeting, MixTracks.ALL);
  }

  /** All segments in order of time; people who spoke at once overlap. The bot never speaks. */
  static List<Segment> of(CapturedMeeting meeting, MixTracks mix) {
    List<Span> shared = Heard.shared(meeting, mix);
    List<Segment> segments = new ArrayList<>(MixTimeline.of(meeting, shared));
    for (Person person : meeting.people()) {
      if (!person.self()) {
        List<Segment> heard = heard(meeting, person, shared);
        segments.addAll(heard);
        if (heard.isEmpty() && shared.isEmpty() && silentTracks(meeting, person)) {
          segments.addAll(shown(meeting, person));
        }
      }
    }
    for (CapturedTrack track : meeting.tracks()) {
      if (track.kind() == CapturedTrack.Kind.AUDIO && track.owner() == null && !track.shared()) {
        Speech.in(runs(meeting, track)).forEach(s -> segments.add(unknown(s)));
      }
    }
    segments.sort(Comparator.comparingLong(s -> s.span().startMs()));
    return List.copyOf(segments);
  }

  /** Somebody whom nobody knows. */
  static Segment unknown(Span span) {
    return new Segment(null, "unknown", span, Evidence.OWN_TRACK.wireName(), 0);
  }

  /** What the person's own sound tells; what lies in shared sound is told with that. */
  private static List<Segment> heard(CapturedMeeting meeting, Person person, List<Span> shared) {
    List<Span> own = Speech.in(Heard.own(meeting, person.id()));
    List<Span> contributing = Speech.in(Heard.contributing(meeting, person.id()));
    if (!shared.isEmpty()) {
      contributing = Spans.minus(contributing, Speech.longEnough(shared));
    }
    List<Segment> segments = new ArrayList<>();
    own.forEach(s -> segments.add(segment(person, s, Evidence.OWN_TRACK)));
    Spans.minus(contributing, own)
        .forEach(s -> segments.add(segment(person, s, Evidence.CONTRIBUTING)));
    return segments;
  }

  /** Whether nothing was measured of that person, so that only the page can tell. */
  private static boolean silentTracks(CapturedMeeting meeting, Person person) {
    return Heard.own(meeting, person.id()).isEmpty()
        && Heard.contributing(meeting, person.id()).isEmpty();
  }

  /** What the page alone tells, the best evidence first. */
  private static List<Segment> shown(CapturedMeeting meeting, Person person) {
    List<Span> speech = Heard.speech(meeting);
    List<Span> covered = List.of();
    List<Segment> segments = new ArrayList<>();
    for (Evidence evidence : Evidence.SHOWN) {
      List<Span> its = MarkSpans.of(meeting, evidence, speech).getOrDefault(person.id(), List.of());
      List<Span> more = Speech.longEnough(Spans.minus(its, covered));
      more.forEach(s -> segments.add(segment(person, s, evidence)));
      covered = Spans.or(covered, its);
    }
    return segments;
  }

  private static Segment segment(Person person, Span span, Evidence evidence) {
    return new Segment(
        person.id(), person.name(), span, evidence.wireName(), evidence.confidence());
  }

  private static List<LevelRun> runs(CapturedMeeting meeting, CapturedTrack track) {
    return meeting.levels().getOrDefault(track.id(), List.of());
  }
}
