package dev.meetbot.lab.score;

import dev.meetbot.lab.measure.Flashes;
import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.truth.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a long recording's starts of speech move from its first minute to its last, in ms.
 *
 * @param audioMs of the speaker's own file against the truth
 * @param videoMs of the picture against the truth; NaN without pictures
 */
public record Drift(double audioMs, double videoMs) {
  private static final double LIMIT_MS = 40;
  private static final double MINUTE_MS = 60_000;

  /** Measures the one speaker of a long call. */
  public static Drift of(Recording recording, Truth real) {
    Span window = recording.window();
    TruePerson person = real.shift(-recording.startedAtMs(), window).people().get(0);
    List<Double> starts = person.spans().stream().map(Span::startMs).toList();
    List<Span> minutes =
        List.of(
            new Span(0, MINUTE_MS),
            new Span(
                Math.max(0, starts.get(starts.size() - 1) - MINUTE_MS + 5000), window.endMs()));
    List<Double> audio = new ArrayList<>();
    List<Double> video = new ArrayList<>();
    RecordedFile own = recording.file("audio", person.name()).orElseThrow();
    List<Double> flashes =
        recording.files("video").stream()
            .findFirst()
            .map(f -> Flashes.of(f.path(), List.of(person.hue())).get(person.hue()))
            .orElse(List.of());
    for (Span minute : minutes) {
      List<Double> wanted = starts.stream().filter(minute::contains).filter(s -> s > 300).toList();
      audio.add(Onsets.pair(wanted, found(own, person.hz(), minute)).medianMs());
      video.add(Onsets.pair(wanted, flashes).medianMs());
    }
    return new Drift(audio.get(1) - audio.get(0), video.get(1) - video.get(0));
  }

  /** Starts in a part of a file, in ms of the recording. */
  private static List<Double> found(RecordedFile file, double hz, Span part) {
    Span inFile = part.shift(-file.offsetMs());
    double from = Math.max(0, inFile.startMs() - 1000);
    return ToneEnvelope.of(SoundPart.of(file.path(), from, inFile.endMs()), hz).spans().stream()
        .map(s -> s.startMs() + from + file.offsetMs())
        .toList();
  }

  /** Picture against sound. */
  double avMs() {
    return videoMs - audioMs;
  }

  /** By name, those that could be taken. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("audioDriftMs", audioMs);
    figures.put("videoDriftMs", videoMs);
    figures.put("avDriftMs", avMs());
    figures.values().removeIf(value -> !Double.isFinite(value));
    return figures;
  }

  /** Whether sound, and picture against sound where there is one, stay within 40 ms. */
  public boolean ok() {
    return Math.abs(audioMs) <= LIMIT_MS && !(Math.abs(avMs()) > LIMIT_MS);
  }
}
