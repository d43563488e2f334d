package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Scene.Content;
import dev.meetbot.engine.internal.finalizing.Scene.Tile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is in a tile at a moment: the decoded picture of a camera or screen. A decoder runs
 * from when its video is first shown until the video's end. Used by one thread.
 */
final class Stage implements Closeable {
  private final Ffmpeg ffmpeg;
  private final List<MediaFile> videos;
  private final FrameSize largest;
  private final Path directory;
  private final Duration limit;
  private final Map<MediaFile, RawVideo> open = new HashMap<>();

  /**
   * @param largest nothing is decoded to a larger picture
   */
  Stage(Ffmpeg ffmpeg, List<MediaFile> videos, FrameSize largest, Path directory, Duration limit) {
    this.ffmpeg = ffmpeg;
    this.largest = largest;
    this.videos = videos;
    this.directory = directory;
    this.limit = limit;
  }

  /**
   * A picture in a tile.
   *
   * @param number another one than the last time means another picture
   */
  record View(Picture picture, int number) {}

  /**
   * What the tile's camera or screen shows; null when there is nothing to see.
   *
   * @param ms on the recording's line, never less than at the last call
   * @param tolerance in ms: a picture that comes so soon counts as there
   */
  @Nullable View look(Tile tile, long ms, long tolerance) throws IOException {
    MediaFile file = file(tile, ms);
    if (file == null) {
      return null;
    }
    RawVideo video = open.get(file);
    if (video == null) {
      video = decode(file);
      open.put(file, video);
    }
    Picture picture = video.at(ms - file.span().startMs() + tolerance);
    return picture == null ? null : new View(picture, videos.indexOf(file) << 24 ^ video.shown());
  }

  /** Ends the decoders of videos that are over. */
  void leave(long ms) throws IOException {
    for (MediaFile file : List.copyOf(open.keySet())) {
      if (file.span().endMs() + 1_000 < ms) {
        Optional.ofNullable(open.remove(file)).orElseThrow().close();
      }
    }
  }

  private @Nullable MediaFile file(Tile tile, long ms) {
    MediaKind kind =
        tile.content() == Content.SCREEN ? MediaKind.SCREEN_VIDEO : MediaKind.PARTICIPANT_VIDEO;
    MediaFile found = null;
    for (MediaFile file : videos) {
      if (file.kind() == kind
          && Cast.who(file.track()).equals(tile.who())
          && Span.anyContains(file.active(), ms)
          && (found == null || file.span().startMs() >= found.span().startMs())) {
        found = file;
      }
    }
    return found;
  }

  private RawVideo decode(MediaFile file) throws IOException {
    double width = file.width() > 0 ? file.width() : largest.width();
    double height = file.height() > 0 ? file.height() : largest.height();
    double scale = Math.min(1, Math.min(largest.width() / width, largest.height() / height));
    int w = Math.max(2, (int) Math.round(width * scale) & ~1);
    int h = Math.max(2, (int) Math.round(height * scale) & ~1);
    return RawVideo.open(ffmpeg, file.path(), w, h, directory, limit);
  }

  @Override
  public void close() throws IOException {
    for (RawVideo video : open.values()) {
      video.close();
    }
    open.clear();
  }
}
