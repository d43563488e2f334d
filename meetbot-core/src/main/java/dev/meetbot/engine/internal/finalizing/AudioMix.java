package dev.meetbot.engine.internal.finalizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes one sound file of all speakers' files. */
final class AudioMix {
  private static final String BITRATE = "64k";

  private AudioMix() {}

  /** A file with sound and where its zero lies on the recording's line. */
  record Input(Path path, long startMs) {}

  /**
   * Writes the mix, exactly as long as the recording. Pauses and what was lost become silence.
   *
   * @param inputs at least one
   */
  static void write(Ffmpeg ffmpeg, List<Input> inputs, long durationMs, Path directory, Path target)
      throws IOException {
    Path script = Files.createTempFile(directory, "mix", ".txt");
    Files.writeString(script, graph(inputs, durationMs));
    List<String> arguments = new ArrayList<>(List.of("-nostdin", "-y"));
    // Else ffmpeg moves each input so that its start, before zero by the decoder's delay, is zero.
    arguments.add("-copyts");
    for (Input input : inputs) {
      arguments.addAll(List.of("-i", input.path().toString()));
    }
    arguments.addAll(List.of("-filter_complex_script", script.toString(), "-map", "[out]"));
    arguments.addAll(List.of("-c:a", "libopus", "-b:a", BITRATE, "-ar", "48000", "-vn"));
    arguments.addAll(List.of("-f", "webm", target.toString()));
    ffmpeg.run(arguments, directory, limit(durationMs));
  }

  /** The filter graph. Pure. */
  static String graph(List<Input> inputs, long durationMs) {
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < inputs.size(); i++) {
      // Timestamps decide where sound goes: breaks are filled with silence from 15 ms on, below
      // that they are the rounding and jitter of the packets' times.
      graph
          .append(String.format(Locale.ROOT, "[%d:a:0]", i))
          .append("aresample=48000:async=1:min_hard_comp=0.015:first_pts=0,")
          .append("aformat=sample_fmts=fltp:channel_layouts=stereo,")
          .append(String.format(Locale.ROOT, "adelay=%d:all=1", inputs.get(i).startMs()))
          .append(String.format(Locale.ROOT, "[a%d];%n", i));
    }
    for (int i = 0; i < inputs.size(); i++) {
      graph.append(String.format(Locale.ROOT, "[a%d]", i));
    }
    return graph
        .append("amix=inputs=")
        .append(inputs.size())
        .append(":duration=longest:dropout_transition=0:normalize=0,")
        .append("alimiter=limit=0.95:level=0:latency=1,apad,")
        .append(String.format(Locale.ROOT, "atrim=end=%.3f[out]", durationMs / 1000.0))
        .toString();
  }

  /** Far more than a slow machine needs, but not for ever. */
  static Duration limit(long durationMs) {
    return Duration.ofMinutes(5).plusMillis(4 * durationMs);
  }
}
