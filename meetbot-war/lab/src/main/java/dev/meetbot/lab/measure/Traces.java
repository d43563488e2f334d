package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.nio.file.Path;
import java.util.List;

/**
 * What is left of a voice in some spans of a file where it should not be.
 *
 * @param tone the greatest height of its tone, 1 is full scale; a guest speaks at 0.3
 * @param brightFrames how many pictures show its bright colour
 */
public record Traces(double tone, int brightFrames) {
  /** Everything that a file has. */
  public static final List<Span> ALL = List.of(new Span(Double.NEGATIVE_INFINITY, 1e9));

  /**
   * Looks for a voice in a file with sound, pictures or both.
   *
   * @param within spans in file time
   */
  public static Traces of(Path file, Voice voice, List<Span> within) {
    double tone = has(file, "a") ? ToneEnvelope.of(Sound.of(file), voice.hz()).peak(within) : 0;
    long bright =
        has(file, "v")
            ? Flashes.bright(file, voice.hue()).stream()
                .filter(ms -> within.stream().anyMatch(span -> span.contains(ms)))
                .count()
            : 0;
    return new Traces(tone, (int) bright);
  }

  private static boolean has(Path file, String type) {
    return !Ffmpeg.text(
            "ffprobe",
            "-v",
            "quiet",
            "-select_streams",
            type,
            "-show_entries",
            "stream=index",
            "-of",
            "csv=p=0",
            file.toString())
        .isBlank();
  }
}
