package dev.meetbot.lab.score;

import dev.meetbot.lab.measure.AvOffset;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recording is worth.
 *
 * @param avOffsetMs picture against sound, either way; NaN when nothing shows it
 * @param startErrorsMs of each start of speech in the speakers' own files
 */
public record Figures(SpokenTime spoken, double avOffsetMs, List<Double> startErrorsMs) {
  /** Of what was not recorded. */
  public static final Figures NONE = new Figures(SpokenTime.NONE, Double.NaN, List.of());

  public Figures {
    startErrorsMs = List.copyOf(startErrorsMs);
  }

  /**
   * Measures files; takes some seconds.
   *
   * @param oneAtATime whether the page names one speaker at a time
   */
  public static Figures of(Recording recording, Truth real, boolean oneAtATime) {
    Span window = recording.window();
    Truth truth = real.shift(-recording.startedAtMs(), window);
    return new Figures(
        SpokenTime.of(Claim.of(recording), truth.people(), window, oneAtATime),
        avOffset(recording, truth),
        StartErrors.of(recording, truth));
  }

  private static double avOffset(Recording recording, Truth truth) {
    List<Voice> seen =
        truth.people().stream()
            .filter(p -> p.camera() && p.hasTone() && !p.spans().isEmpty())
            .map(TruePerson::voice)
            .toList();
    Optional<RecordedFile> video = recording.files("video").stream().findFirst();
    return video.isEmpty() || seen.isEmpty()
        ? Double.NaN
        : Math.abs(AvOffset.of(video.get().path(), seen).medianMs());
  }

  /** The 95th percentile of how far starts are off, either way; NaN without any. */
  public double startOffsetMs() {
    return Percentile.of(startErrorsMs.stream().map(Math::abs).toList(), 95);
  }

  /** Those that are one number. */
  Map<String, Double> named() {
    return Map.of("A/V", avOffsetMs, "start", startOffsetMs());
  }
}
