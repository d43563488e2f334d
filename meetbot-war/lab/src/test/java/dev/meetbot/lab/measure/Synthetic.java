package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes files whose faults are known, by ffmpeg's own generators. */
final class Synthetic {
  static final Voice ADA = new Voice("Ada", 440, 0);
  static final Voice GRACE = new Voice("Grace", 620, 120);
  static final Speech ADA_SPEECH =
      new Speech(ADA, List.of(new Span(1000, 3500), new Span(6000, 8500)));
  static final Speech GRACE_SPEECH =
      new Speech(GRACE, List.of(new Span(3600, 5800), new Span(8000, 9500)));

  private Synthetic() {}

  /** An expression of a tone that is on in the spans, moved by a delay. */
  static String tone(Speech speech, double amplitude, double delayMs) {
    List<String> gates = new ArrayList<>();
    for (Span span : speech.spans()) {
      gates.add(
          String.format(
              Locale.ROOT,
              "between(t,%.4f,%.4f)",
              (span.startMs() + delayMs) / 1000,
              (span.endMs() + delayMs) / 1000));
    }
    return String.format(
        Locale.ROOT,
        "%.5f*sin(2*PI*%.1f*t)*(%s)",
        amplitude,
        speech.voice().hz(),
        String.join("+", gates));
  }

  /** Ten seconds of Opus in WebM. */
  static Path opus(Path file, String expression) {
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "aevalsrc='" + expression + "':s=48000:d=10",
        "-c:a",
        "libopus",
        "-b:a",
        "32k",
        file.toString());
    return file;
  }

  /** Ten seconds at 15 frames a second: dark, and the guest's bright colour while it speaks. */
  static Path film(Path file, Speech speech, String colour, double soundDelayMs) {
    StringBuilder gate = new StringBuilder();
    for (Span span : speech.spans()) {
      gate.append(gate.isEmpty() ? "" : "+")
          .append(
              String.format(
                  Locale.ROOT, "between(t,%.4f,%.4f)", span.startMs() / 1000, span.endMs() / 1000));
    }
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "color=c=0x305040:s=640x360:r=15:d=10",
        "-f",
        "lavfi",
        "-i",
        "color=c=" + colour + ":s=300x200:r=15:d=10",
        "-f",
        "lavfi",
        "-i",
        "aevalsrc='" + tone(speech, 0.3, soundDelayMs) + "':s=48000:d=10",
        "-filter_complex",
        "[0:v][1:v]overlay=x=20:y=20:enable='" + gate + "'[v]",
        "-map",
        "[v]",
        "-map",
        "2:a",
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8",
        "-b:v",
        "800k",
        "-c:a",
        "libopus",
        file.toString());
    return file;
  }

  static void ffmpeg(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    Ffmpeg.run(command, in -> {});
  }
}
