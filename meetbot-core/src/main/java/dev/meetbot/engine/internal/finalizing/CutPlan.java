package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of sound to make of parts of tracks. Pure.
 *
 * @param as what the file counts as: whose it is and how it was made
 * @param speaker how its name says so
 */
record CutPlan(MediaKind kind, String speaker, CapturedTrack as, List<PacketCut> cuts) {
  CutPlan {
    cuts = List.copyOf(cuts);
  }

  private record Group(MediaKind kind, String speaker, Codec codec) {}

  /**
   * One file for each owner of contributing sources, who may come in one slot after the other, or
   * back and forth.
   */
  static List<CutPlan> contributing(List<TrackScan> scans, FileNames names) {
    Map<Group, List<PacketCut>> groups = new LinkedHashMap<>();
    for (TrackScan scan : scans) {
      CapturedTrack track = scan.track();
      if (track.contributing()) {
        Group group = new Group(MediaKind.of(track), names.speaker(track), scan.format().codec());
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(PacketCut.all(scan));
      }
    }
    List<CutPlan> plans = new ArrayList<>();
    groups.forEach(
        (group, cuts) ->
            plans.add(
                new CutPlan(group.kind(), group.speaker(), cuts.get(0).scan().track(), cuts)));
    return List.copyOf(plans);
  }

  /**
   * The files with everybody: one for a mix that came in several tracks, and one for each output of
   * a page that plays through several.
   */
  static List<CutPlan> mixes(List<TrackScan> scans, MixTracks mix) {
    List<CutPlan> plans = new ArrayList<>();
    Map<Codec, List<PacketCut>> tapped = new LinkedHashMap<>();
    for (TrackScan scan : scans) {
      CapturedTrack track = scan.track();
      if (!track.mix()) {
        continue;
      }
      PacketCut cut = new PacketCut(scan, mix.used(track.id()));
      if (track.method().equals(CapturedTrack.WEB_AUDIO)) {
        plans.add(new CutPlan(MediaKind.MIX, "mix", track, List.of(cut)));
      } else {
        tapped.computeIfAbsent(scan.format().codec(), c -> new ArrayList<>()).add(cut);
      }
    }
    tapped.forEach(
        (codec, cuts) ->
            plans.add(new CutPlan(MediaKind.MIX, "mix", cuts.get(0).scan().track(), cuts)));
    return List.copyOf(plans);
  }

  String fileName() {
    return kind.prefix() + "." + speaker + ".webm";
  }
}
