package dev.meetbot.engine.internal.finalizing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the scenes into one video. Pictures are decoded and encoded by ffmpeg processes and put
 * together here: each is shown at its own time, nothing depends on how inputs begin, break off or
 * change their size, and an hour-long meeting takes no more memory than a minute.
 */
final class Composer {
  private static final int FPS = 15;

  /** Half a picture's time: each source picture goes to the nearest place in the grid. */
  private static final long HALF_MS = 1_000 / FPS / 2;

  private final Ffmpeg ffmpeg;
  private final Path directory;
  private final FrameSize size;

  Composer(Ffmpeg ffmpeg, Path directory, FrameSize size) {
    this.ffmpeg = ffmpeg;
    this.directory = directory;
    this.size = size;
  }

  /**
   * Writes the video. Blocks; takes a fraction of the recording's duration.
   *
   * @param names of the participants by id
   * @param sound copied into the file as it is; null for none
   */
  void write(
      List<Scene> scenes,
      List<MediaFile> videos,
      Map<String, String> names,
      @Nullable Path sound,
      Path target)
      throws IOException {
    long durationMs = scenes.get(scenes.size() - 1).span().endMs();
    Duration limit = AudioMix.limit(Math.round(durationMs * Math.max(1, size.load())));
    Ffmpeg.Running encoder = ffmpeg.start(arguments(sound, target), directory, limit);
    try (Stage stage = new Stage(ffmpeg, videos, size, directory, limit)) {
      render(scenes, stage, new Canvas(size, names), durationMs, encoder);
    } finally {
      encoder.process().destroyForcibly();
    }
  }

  private static void render(
      List<Scene> scenes, Stage stage, Canvas canvas, long durationMs, Ffmpeg.Running encoder)
      throws IOException {
    try (OutputStream out = encoder.process().getOutputStream()) {
      int scene = 0;
      long frames = Math.max(1, Math.round(durationMs * FPS / 1000.0));
      for (long frame = 0; frame < frames; frame++) {
        long ms = frame * 1000 / FPS;
        int before = scene;
        while (scene + 1 < scenes.size() && scenes.get(scene + 1).span().startMs() <= ms) {
          scene++;
        }
        if (scene != before) {
          stage.leave(ms);
        }
        byte[] picture = canvas.paint(scenes.get(scene), stage, ms, HALF_MS);
        send(out, picture, encoder);
      }
    }
    encoder.finish();
  }

  private static void send(OutputStream out, byte[] picture, Ffmpeg.Running encoder)
      throws IOException {
    try {
      out.write(picture);
    } catch (IOException e) {
      // Its own words say more than a broken pipe.
      encoder.finish();
      throw e;
    }
  }

  private List<String> arguments(@Nullable Path sound, Path target) {
    List<String> arguments = new ArrayList<>(List.of("-y", "-copyts", "-f", "rawvideo"));
    arguments.addAll(List.of("-pix_fmt", "yuv420p", "-framerate", Integer.toString(FPS)));
    arguments.addAll(List.of("-video_size", size.width() + "x" + size.height(), "-i", "pipe:0"));
    if (sound != null) {
      arguments.addAll(List.of("-i", sound.toString(), "-map", "0:v", "-map", "1:a"));
      arguments.addAll(List.of("-c:a", "copy"));
    }
    // One thread: libvpx's threads wait for one another by spinning. On two busy cores a second one
    // took 8 times the CPU time and made it slower (measured: 8 CPU-s a minute with one thread).
    arguments.addAll(List.of("-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"));
    arguments.addAll(List.of("-threads", "1", "-b:v", bitrate(), "-qmin", "4", "-qmax", "48"));
    arguments.addAll(List.of("-g", Integer.toString(5 * FPS), "-auto-alt-ref", "0"));
    arguments.addAll(List.of("-f", "webm", target.toString()));
    return arguments;
  }

  private String bitrate() {
    return Math.max(100, Math.round(1200 * size.load())) + "k";
  }
}
