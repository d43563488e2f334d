package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Hint;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who spoke when. Pure. */
final class Timeline {
  static final String FROM_LEVELS = "rtp_audio_level";
  static final String FROM_HIGHLIGHT = "page_highlight";

  /** Louder than this begins speech; an empty room with an open microphone stays below. */
  private static final int ON_DBOV = 45;

  /** Speech that has begun goes on down to here, so that soft syllables do not break it. */
  private static final int OFF_DBOV = 55;

  /** Breaks up to this are part of speaking; they never lengthen the end of a segment. */
  private static final long JOIN_MS = 350;

  /** Anything shorter is a click. */
  private static final long MIN_MS = 150;

  private Timeline() {}

  /**
   * A stretch in which one person spoke.
   *
   * @param speakerId null when nobody knows who it was
   * @param confidence 0 to 1 that the name is right
   */
  record Segment(
      @Nullable String speakerId, String speaker, Span span, String source, double confidence) {}

  /** All segments in order of time; people who spoke at once overlap. The bot never speaks. */
  static List<Segment> of(CapturedMeeting meeting) {
    List<Segment> segments = new ArrayList<>();
    for (Person person : meeting.people()) {
      if (person.self()) {
        continue;
      }
      List<LevelRun> runs = runs(meeting, person.id());
      List<Span> spoken = runs.isEmpty() ? highlighted(meeting, person.id()) : loud(runs);
      String source = runs.isEmpty() ? FROM_HIGHLIGHT : FROM_LEVELS;
      double confidence = runs.isEmpty() ? 0.7 : 0.98;
      for (Span span : spoken) {
        segments.add(new Segment(person.id(), person.name(), span, source, confidence));
      }
    }
    for (CapturedTrack track : meeting.tracks()) {
      if (track.kind() == CapturedTrack.Kind.AUDIO && track.owner() == null) {
        for (Span span : loud(meeting.levels().getOrDefault(track.id(), List.of()))) {
          segments.add(new Segment(null, "unknown", span, FROM_LEVELS, 0));
        }
      }
    }
    segments.sort(Comparator.comparingLong(s -> s.span().startMs()));
    return List.copyOf(segments);
  }

  private static List<LevelRun> runs(CapturedMeeting meeting, String personId) {
    return meeting.tracks().stream()
        .filter(t -> t.kind() == CapturedTrack.Kind.AUDIO && t.ownedBy(personId) && !t.screen())
        .flatMap(t -> meeting.levels().getOrDefault(t.id(), List.of()).stream())
        .toList();
  }

  private static List<Span> loud(List<LevelRun> runs) {
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
    return longEnough(spans);
  }

  private static List<Span> highlighted(CapturedMeeting meeting, String personId) {
    List<Span> spans = new ArrayList<>();
    Long since = null;
    for (Hint hint : meeting.hints()) {
      if (!hint.participantId().equals(personId)) {
        continue;
      }
      if (hint.on() && since == null) {
        since = hint.atMs();
      } else if (!hint.on() && since != null) {
        spans.add(new Span(since, hint.atMs()));
        since = null;
      }
    }
    if (since != null) {
      spans.add(new Span(since, meeting.durationMs()));
    }
    return longEnough(Span.without(spans, meeting.pauses()));
  }

  private static List<Span> longEnough(List<Span> spans) {
    return Span.joined(spans, JOIN_MS).stream().filter(s -> s.lengthMs() >= MIN_MS).toList();
  }
}
