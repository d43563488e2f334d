package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.MixSource;
import java.util.ArrayList;
import java.util.List;

/** When anybody, or somebody, was heard by the loudness of what was received. Pure. */
final class Heard {
  private Heard() {}

  /** When anybody was. */
  static List<Span> speech(CapturedMeeting meeting) {
    List<Span> loud = new ArrayList<>();
    meeting.levels().values().forEach(runs -> loud.addAll(Speech.loud(runs)));
    return Speech.longEnough(loud);
  }

  /** The loudness of the tracks that are all a person's own. */
  static List<LevelRun> own(CapturedMeeting meeting, String personId) {
    return tracks(meeting, personId, false);
  }

  /** The loudness of a person's contributing sources. */
  static List<LevelRun> contributing(CapturedMeeting meeting, String personId) {
    List<LevelRun> runs = new ArrayList<>(tracks(meeting, personId, true));
    for (MixSource source : meeting.mixSources()) {
      if (source.owner() != null
          && source.owner().participantId().equals(personId)
          && !source.owner().screen()) {
        runs.addAll(source.levels());
      }
    }
    return runs;
  }

  /** When the tracks that people share were loud, not joined over any break. */
  static List<Span> shared(CapturedMeeting meeting, MixTracks mix) {
    List<Span> loud = new ArrayList<>();
    for (CapturedTrack track : meeting.tracks()) {
      if (track.shared()) {
        List<Span> its = Speech.loud(meeting.levels().getOrDefault(track.id(), List.of()));
        loud.addAll(track.mix() ? Spans.and(its, mix.used(track.id())) : its);
      }
    }
    return Span.joined(loud, 0);
  }

  private static List<LevelRun> tracks(
      CapturedMeeting meeting, String personId, boolean contributing) {
    return meeting.tracks().stream()
        .filter(t -> t.kind() == CapturedTrack.Kind.AUDIO && t.ownedBy(personId) && !t.screen())
        .filter(t -> t.contributing() == contributing)
        .flatMap(t -> meeting.levels().getOrDefault(t.id(), List.of()).stream())
        .toList();
  }
}
