package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans a file for each person out of a mix, of the time in which they spoke: where several spoke
 * at once each of them has it. What is nobody's stays in the mix. Pure.
 */
final class MixCuts {
  private static final String CUT = "_cut";
  private static final String TAP_CUT = "tap_mix" + CUT;
  private static final String WEB_AUDIO_CUT = CapturedTrack.WEB_AUDIO + CUT;

  private final CapturedMeeting meeting;
  private final MixTracks mix;
  private final List<TrackScan> mixes;
  private final FileNames names;
  private final Map<TrackScan, List<Span>> loud = new HashMap<>();

  MixCuts(CapturedMeeting meeting, MixTracks mix, List<TrackScan> scans) {
    this.meeting = meeting;
    this.mix = mix;
    this.mixes = scans.stream().filter(s -> s.track().mix()).toList();
    this.names = FileNames.of(meeting.people());
  }

  /** Whether that is a file which was cut from a mix. */
  static boolean made(CapturedTrack track) {
    return track.method().endsWith(CUT);
  }

  /** The plans, in order of who spoke first. */
  List<CutPlan> of(List<Segment> timeline) {
    Map<String, List<Span>> people = new LinkedHashMap<>();
    for (Segment segment : timeline) {
      String id = segment.speakerId();
      if (id != null && Heard.own(meeting, id).isEmpty()) {
        people.computeIfAbsent(id, i -> new ArrayList<>()).add(segment.span());
      }
    }
    List<CutPlan> plans = new ArrayList<>();
    people.forEach(
        (id, spans) -> {
          List<PacketCut> cuts = cuts(spans);
          if (!cuts.isEmpty()) {
            plans.add(plan(id, cuts));
          }
        });
    return List.copyOf(plans);
  }

  private CutPlan plan(String id, List<PacketCut> cuts) {
    CapturedTrack first = cuts.get(0).scan().track();
    boolean played = first.method().equals(CapturedTrack.WEB_AUDIO);
    CapturedTrack as = first.as(new Owner(id, false), played ? WEB_AUDIO_CUT : TAP_CUT);
    return new CutPlan(MediaKind.AUDIO, names.speaker(as), as, cuts);
  }

  private List<PacketCut> cuts(List<Span> spans) {
    Map<TrackScan, List<Span>> byTrack = new LinkedHashMap<>();
    for (Span span : spans) {
      TrackScan loudest = null;
      long most = -1;
      for (TrackScan scan : mixes) {
        List<Span> its =
            Spans.and(Spans.and(List.of(span), List.of(scan.span())), mix.used(scan.track().id()));
        long loud = its.isEmpty() ? -1 : Spans.totalMs(Spans.and(loud(scan), its));
        if (loud > most) {
          most = loud;
          loudest = scan;
        }
      }
      if (loudest != null) {
        byTrack.computeIfAbsent(loudest, s -> new ArrayList<>()).add(span);
      }
    }
    List<PacketCut> cuts = new ArrayList<>();
    byTrack.forEach((scan, its) -> cuts.add(new PacketCut(scan, its)));
    return cuts;
  }

  private List<Span> loud(TrackScan scan) {
    return loud.computeIfAbsent(
        scan, s -> Speech.loud(meeting.levels().getOrDefault(s.track().id(), List.of())));
  }
}
