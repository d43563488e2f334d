package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.KeptRecording.Kept;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out by ffprobe what a published video file holds. Used by one thread. */
final class KeptVideos {
  private final Ffmpeg ffmpeg;
  private final Path directory;

  KeptVideos(Ffmpeg ffmpeg, Path directory) {
    this.ffmpeg = ffmpeg;
    this.directory = directory;
  }

  /**
   * The file as a source of pictures. Blocks; reads the whole file.
   *
   * @param number another one for each file
   */
  MediaFile describe(Kept kept, ArtifactKey key, int number, Path file) throws IOException {
    MediaKind kind = kept.media().orElseThrow();
    int[] size = size(file);
    CapturedTrack.Owner owner =
        kept.speakerId() == null
            ? null
            : new CapturedTrack.Owner(kept.speakerId(), kind == MediaKind.SCREEN_VIDEO);
    CapturedTrack track =
        new CapturedTrack(
            new CapturedTrack.Id(1, number),
            CapturedTrack.Kind.VIDEO,
            "",
            "kept",
            key,
            kept.span().startMs(),
            size[0],
            size[1],
            owner);
    List<Span> active = active(times(file), kept.span(), track.screen());
    return new MediaFile(
        file, kept.name(), "video/webm", kind, track, kept.span(), active, size[0], size[1]);
  }

  private int[] size(Path file) throws IOException {
    String[] cells =
        probe(file, "stream=width,height").strip().lines().findFirst().orElse("").split(",");
    try {
      return new int[] {Integer.parseInt(cells[0].strip()), Integer.parseInt(cells[1].strip())};
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new FfmpegException("no picture size in " + file.getFileName(), e);
    }
  }

  private List<Long> times(Path file) throws IOException {
    List<Long> times = new ArrayList<>();
    for (String line : probe(file, "packet=pts_time").lines().toList()) {
      try {
        times.add(new BigDecimal(line.replace(",", "").strip()).movePointRight(3).longValue());
      } catch (NumberFormatException e) {
        // a packet without a time of its own, which shows nothing for long
        continue;
      }
    }
    return times;
  }

  private String probe(Path file, String entries) throws IOException {
    return ffmpeg.probe(
        List.of(
            "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0", file.toString()),
        directory,
        AudioMix.limit(0));
  }

  /**
   * When there are pictures, on the recording's line: a longer break means that the camera was off.
   * Pure.
   *
   * @param times of the pictures in the file, in ms
   */
  static List<Span> active(List<Long> times, Span file, boolean screen) {
    List<Span> shown =
        times.stream()
            .map(ms -> file.startMs() + ms)
            .map(ms -> new Span(ms, ms + TrackScan.PICTURE_MS))
            .toList();
    return Span.joined(shown, screen ? TrackScan.SCREEN_BREAK_MS : TrackScan.CAMERA_BREAK_MS);
  }
}
