package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Event;
import dev.meetbot.spi.meeting.AudioShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the tracks with everybody in them are used, and when. A page may receive the same mix
 * twice: then its main one is, and another only where the main one is missing or silent for long.
 * What a page plays through several outputs adds up, and all of it is used. Pure.
 *
 * @param used by track; what is not there is used from beginning to end
 * @param events what goes into the recording's list of events
 */
record MixTracks(Map<CapturedTrack.Id, List<Span>> used, List<Event> events) {
  private static final long SILENT_MS = 20_000;
  private static final List<Span> ALWAYS = List.of(Spans.EVER);

  /** All of every track. */
  static final MixTracks ALL = new MixTracks(Map.of(), List.of());

  MixTracks {
    used = Map.copyOf(used);
    events = List.copyOf(events);
  }

  /** A mix that was received, and when it was. */
  record Received(CapturedTrack track, Span span, List<Span> loud) {}

  /** Decides for the tracks of a recording. */
  static MixTracks of(CapturedMeeting meeting, List<TrackScan> scans) {
    List<Received> received = new ArrayList<>();
    for (TrackScan scan : scans) {
      CapturedTrack track = scan.track();
      if (track.mix() && track.stream().shape() == AudioShape.MIX) {
        List<Span> loud = Speech.loud(meeting.levels().getOrDefault(track.id(), List.of()));
        received.add(new Received(track, scan.span(), loud));
      }
    }
    return choose(received);
  }

  /** Decides between mixes that may be the same. */
  static MixTracks choose(List<Received> received) {
    List<Received> best =
        received.stream()
            .sorted(
                Comparator.comparing((Received r) -> !r.track().stream().main())
                    .thenComparing(r -> -Spans.totalMs(r.loud()))
                    .thenComparing(r -> r.span().startMs()))
            .toList();
    Map<CapturedTrack.Id, List<Span>> used = new LinkedHashMap<>();
    List<Event> events = new ArrayList<>();
    List<Span> open = ALWAYS;
    for (Received one : best) {
      List<Span> its = Spans.and(open, List.of(one.span()));
      // What is silent for long may have been left by its sender: another one may have the sound.
      List<Span> heard = Span.joined(Span.joined(one.loud(), 0), SILENT_MS - 1);
      List<Span> left = Spans.atLeast(Spans.minus(its, heard), SILENT_MS);
      List<Span> better = heardElsewhere(best, one, left);
      its = Spans.minus(its, better);
      used.put(one.track().id(), its);
      open = Spans.minus(open, its);
      if (one != best.get(0)) {
        its.forEach(s -> events.add(taken(one.track(), s)));
      }
    }
    return new MixTracks(used, events);
  }

  /** When that track is used. */
  List<Span> used(CapturedTrack.Id track) {
    return used.getOrDefault(track, ALWAYS);
  }

  /** Those stretches in which a worse track is loud. */
  private static List<Span> heardElsewhere(List<Received> best, Received one, List<Span> silent) {
    List<Received> worse = best.subList(best.indexOf(one) + 1, best.size());
    return silent.stream()
        .filter(s -> worse.stream().anyMatch(w -> !Spans.and(w.loud(), List.of(s)).isEmpty()))
        .toList();
  }

  private static Event taken(CapturedTrack track, Span span) {
    return new Event(
        span.startMs(),
        "other_mix_used",
        Map.of("track", Integer.toString(track.id().number()), "until", "" + span.endMs()));
  }
}
