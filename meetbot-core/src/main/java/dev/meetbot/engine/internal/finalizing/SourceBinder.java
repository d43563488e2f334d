package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.LevelRun;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.MixSource;
import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose a sound is that the page names nobody for: the person whom the page shows as
 * speaking whenever it is heard. Where that is not clear it stays nobody's. Pure.
 */
final class SourceBinder {
  private static final double CLEAR_SHARE = 0.8;
  private static final long ENOUGH_MS = 1_500;

  /** One source of sound, whatever files it came in. */
  private record Source(int attempt, String streamId) {}

  private final CapturedMeeting meeting;
  private final List<Map<String, List<Span>>> shown = new ArrayList<>();

  private SourceBinder(CapturedMeeting meeting) {
    this.meeting = meeting;
    List<Span> heard = Heard.speech(meeting);
    for (Evidence evidence : Evidence.SHOWN) {
      shown.add(MarkSpans.of(meeting, evidence, heard));
    }
  }

  /** The meeting with owners for the sounds that clearly are somebody's. */
  static CapturedMeeting bind(CapturedMeeting meeting) {
    Map<Source, List<LevelRun>> unowned = unowned(meeting);
    if (unowned.isEmpty()) {
      return meeting;
    }
    SourceBinder binder = new SourceBinder(meeting);
    Map<Source, Owner> owners = new LinkedHashMap<>();
    unowned.forEach(
        (source, runs) ->
            binder
                .owner(Speech.in(runs))
                .ifPresent(id -> owners.put(source, new Owner(id, false))));
    return meeting.owned(
        meeting.tracks().stream()
            .map(t -> bindable(t) ? t.as(owners.get(source(t)), t.method()) : t)
            .toList(),
        meeting.mixSources().stream()
            .map(
                s ->
                    s.owner() != null
                        ? s
                        : new MixSource(s.track(), s.streamId(), owners.get(source(s)), s.levels()))
            .toList());
  }

  private static Map<Source, List<LevelRun>> unowned(CapturedMeeting meeting) {
    Map<Source, List<LevelRun>> unowned = new LinkedHashMap<>();
    for (CapturedTrack track : meeting.tracks()) {
      if (bindable(track)) {
        unowned
            .computeIfAbsent(source(track), s -> new ArrayList<>())
            .addAll(meeting.levels().getOrDefault(track.id(), List.of()));
      }
    }
    for (MixSource source : meeting.mixSources()) {
      if (source.owner() == null) {
        unowned.computeIfAbsent(source(source), s -> new ArrayList<>()).addAll(source.levels());
      }
    }
    return unowned;
  }

  private static boolean bindable(CapturedTrack track) {
    return track.kind() == CapturedTrack.Kind.AUDIO && track.owner() == null && !track.shared();
  }

  private static Source source(CapturedTrack track) {
    String id = track.stream().id();
    return new Source(track.id().attempt(), id.isEmpty() ? "#" + track.id().number() : id);
  }

  private static Source source(MixSource source) {
    return new Source(source.track().attempt(), source.streamId());
  }

  private Optional<String> owner(List<Span> speech) {
    for (Map<String, List<Span>> evidence : shown) {
      String clear = clear(speech, evidence);
      if (clear != null) {
        return Optional.of(clear);
      }
    }
    return Optional.empty();
  }

  /** Who is shown in nearly all of that time, while nobody else is in much of it. */
  static @Nullable String clear(List<Span> speech, Map<String, List<Span>> evidence) {
    String best = null;
    long most = 0;
    long next = 0;
    for (Map.Entry<String, List<Span>> person : evidence.entrySet()) {
      long both = Spans.totalMs(Spans.and(speech, person.getValue()));
      if (both > most) {
        next = most;
        most = both;
        best = person.getKey();
      } else {
        next = Math.max(next, both);
      }
    }
    boolean clear =
        most >= ENOUGH_MS && most >= CLEAR_SHARE * Spans.totalMs(speech) && next * 2 < most;
    return clear ? best : null;
  }
}
