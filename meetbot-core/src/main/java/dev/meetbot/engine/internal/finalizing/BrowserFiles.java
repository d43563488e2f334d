package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes seekable files of what the browser muxed itself (MediaRecorder on a track, the whole tab):
 * the same packets, with duration and cues. Used by one thread.
 */
final class BrowserFiles {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final ArtifactStore store;
  private final Ffmpeg ffmpeg;
  private final Path directory;

  BrowserFiles(ArtifactStore store, Ffmpeg ffmpeg, Path directory) {
    this.store = store;
    this.ffmpeg = ffmpeg;
    this.directory = directory;
  }

  /**
   * The finished file; empty when the browser wrote nothing. Blocks.
   *
   * @throws FfmpegException when nothing in it can be read
   */
  Optional<MediaFile> write(CapturedTrack track, FileNames names) throws IOException {
    Path raw = directory.resolve("browser-" + track.id().attempt() + "-" + track.id().number());
    Optional<ArtifactContent> content = store.read(track.key(), ByteRange.ALL);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (ArtifactContent bytes = content.get()) {
      Files.copy(bytes.stream(), raw, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.size(raw) == 0) {
      return Optional.empty();
    }
    boolean webm = !track.codec().toLowerCase(Locale.ROOT).startsWith("h264");
    Path target = directory.resolve(raw.getFileName() + (webm ? ".webm" : ".mkv"));
    ffmpeg.run(
        List.of(
            "-nostdin",
            "-y",
            "-copyts",
            "-i",
            raw.toString(),
            "-map",
            "0",
            "-c",
            "copy",
            "-avoid_negative_ts",
            "disabled",
            target.toString()),
        directory,
        LIMIT);
    Files.delete(raw);
    return Optional.of(describe(track, names, target, webm));
  }

  private MediaFile describe(CapturedTrack track, FileNames names, Path file, boolean webm)
      throws IOException {
    MediaKind kind = MediaKind.of(track);
    String stem = kind.prefix();
    if (kind != MediaKind.TAB_VIDEO) {
      stem += "." + names.speaker(track);
    }
    Span span = new Span(track.offsetMs(), track.offsetMs() + durationMs(file));
    return new MediaFile(
        file,
        stem + (webm ? ".webm" : ".mkv"),
        (kind.audio() ? "audio/" : "video/") + (webm ? "webm" : "x-matroska"),
        kind,
        track,
        span,
        List.of(span),
        track.width(),
        track.height());
  }

  private long durationMs(Path file) throws IOException {
    String seconds =
        ffmpeg
            .probe(
                List.of("-show_entries", "format=duration", "-of", "csv=p=0", file.toString()),
                directory,
                LIMIT)
            .strip();
    try {
      return new BigDecimal(seconds).movePointRight(3).longValue();
    } catch (NumberFormatException e) {
      throw new FfmpegException("no duration in " + file.getFileName() + ": " + seconds, e);
    }
  }
}
