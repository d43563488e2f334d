package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file to make of tapped tracks that follow one another. Pure.
 *
 * @param tracks in order of time
 */
record FilePlan(MediaKind kind, String speaker, List<TrackScan> tracks) {
  /** A track that replaces another may begin while the last packets of the older one arrive. */
  private static final long OVERLAP_MS = 300;

  FilePlan {
    tracks = List.copyOf(tracks);
  }

  private record Group(MediaKind kind, String speaker) {}

  /**
   * Divides the tracks into files: one per speaker and kind, another one where the codec changes or
   * two tracks run at the same time.
   */
  static List<FilePlan> of(List<TrackScan> scans, FileNames names) {
    Map<Group, List<List<TrackScan>>> groups = new LinkedHashMap<>();
    scans.stream()
        .sorted(Comparator.comparingLong(s -> s.span().startMs()))
        .forEach(
            scan -> {
              CapturedTrack track = scan.track();
              Group group = new Group(MediaKind.of(track), names.speaker(track));
              place(scan, groups.computeIfAbsent(group, g -> new ArrayList<>()));
            });
    List<FilePlan> plans = new ArrayList<>();
    groups.forEach(
        (group, lanes) -> {
          for (List<TrackScan> lane : lanes) {
            plans.add(new FilePlan(group.kind(), group.speaker(), lane));
          }
        });
    return List.copyOf(plans);
  }

  private static void place(TrackScan scan, List<List<TrackScan>> lanes) {
    for (List<TrackScan> lane : lanes) {
      TrackScan last = lane.get(lane.size() - 1);
      if (last.format().codec() == scan.format().codec()
          && last.span().endMs() - OVERLAP_MS <= scan.span().startMs()
          && last.span().startMs() < scan.span().startMs()) {
        lane.add(scan);
        return;
      }
    }
    lanes.add(new ArrayList<>(List.of(scan)));
  }

  CapturedTrack firstTrack() {
    return tracks.get(0).track();
  }

  Codec codec() {
    return tracks.get(0).format().codec();
  }

  long startMs() {
    return tracks.get(0).span().startMs();
  }

  /** When there are pictures. */
  List<Span> active() {
    return Span.joined(tracks.stream().flatMap(t -> t.active().stream()).toList(), 1_000);
  }

  TrackScan largest() {
    return tracks.stream().max(Comparator.comparingInt(t -> t.width() * t.height())).orElseThrow();
  }

  String fileName() {
    return kind.prefix() + "." + speaker + (codec().webm() ? ".webm" : ".mkv");
  }

  String mediaType() {
    return (kind.audio() ? "audio/" : "video/") + (codec().webm() ? "webm" : "x-matroska");
  }
}
