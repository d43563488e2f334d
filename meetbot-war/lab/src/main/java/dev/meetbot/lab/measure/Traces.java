package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left of a voice in some spans of a file where it should not be.
 *
 * @param tone the greatest height of its tone, 1 is full scale; a guest speaks at 0.3
 * @param atMs where that is, in file time; NaN when there is no sound
 * @param brightFrames how many pictures show its bright colour
 */
public record Traces(double tone, double atMs, int brightFrames) {
  /** A break in another's tone is a click, which has every pitch: 0.035 of 0.3 was seen. */
  private static final double OTHERS = 0.1;

  private static final double NEAR_MS = 150;

  /** Everything that a file has. */
  public static final List<Span> ALL = List.of(new Span(Double.NEGATIVE_INFINITY, 1e9));

  /**
   * Looks for a voice in a file with sound, pictures or both; its tone not while the others speak.
   *
   * @param within spans in file time
   * @param others who may be heard; the voice must not have spoken together with them
   */
  public static Traces of(Path file, Voice voice, List<Span> within, List<Voice> others) {
    double tone = 0;
    double at = Double.NaN;
    if (has(file, "a")) {
      Sound sound = Sound.of(file);
      List<Span> quiet = quiet(sound, within, others);
      ToneEnvelope envelope = ToneEnvelope.of(sound, voice.hz());
      tone = envelope.peak(quiet);
      at = envelope.above(tone * 0.999).stream().mapToDouble(Span::startMs).findFirst().orElse(0);
    }
    long bright =
        has(file, "v")
            ? Flashes.bright(file, voice.hue()).stream()
                .filter(ms -> within.stream().anyMatch(span -> span.contains(ms)))
                .count()
            : 0;
    return new Traces(tone, at, (int) bright);
  }

  private static List<Span> quiet(Sound sound, List<Span> within, List<Voice> others) {
    List<Span> quiet = within;
    for (Voice other : others) {
      for (Span loud : ToneEnvelope.of(sound, other.hz()).above(OTHERS)) {
        Span near = new Span(loud.startMs() - NEAR_MS, loud.endMs() + NEAR_MS);
        quiet = quiet.stream().flatMap(span -> without(span, near)).toList();
      }
    }
    return quiet;
  }

  private static Stream<Span> without(Span span, Span hole) {
    Span before = new Span(span.startMs(), Math.max(span.startMs(), hole.startMs()));
    Span after = new Span(Math.min(span.endMs(), hole.endMs()), span.endMs());
    return hole.endMs() <= span.startMs() || hole.startMs() >= span.endMs()
        ? Stream.of(span)
        : Stream.of(before, after).filter(s -> s.lengthMs() > 0);
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
