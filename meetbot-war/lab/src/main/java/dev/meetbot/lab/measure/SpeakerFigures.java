package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import java.nio.file.Path;
import java.util.List;

/**
 * The figures of one speaker's audio file.
 *
 * @param dominantHz the strongest tone while the speaker speaks; NaN when there is none
 * @param othersDb the loudest tone of another guest relative to the speaker's own
 * @param onsets the starts of the tone against the speaker's own log
 */
public record SpeakerFigures(double dominantHz, double othersDb, Onsets onsets) {

  /**
   * Measures a file.
   *
   * @param offsetMs where the file's time 0 lies on the line that the speeches use
   * @param own the speaker's true speech on that line, cut to the recording
   * @param all everybody's true speech on that line
   */
  public static SpeakerFigures of(Path file, double offsetMs, Speech own, List<Speech> all) {
    Sound sound = Sound.of(file);
    List<Span> spans = Span.shift(own.spans(), -offsetMs);
    Spectrum speaking = Spectrum.of(sound, spans);
    double ownHz = own.voice().hz();
    double others = Double.NEGATIVE_INFINITY;
    for (Speech other : all) {
      if (other.voice().hz() != ownHz) {
        others = Math.max(others, leak(sound, offsetMs, other, ownHz, speaking));
      }
    }
    List<Double> truth =
        spans.stream()
            .map(Span::startMs)
            .filter(ms -> ms > 250 && ms < sound.durationMs())
            .toList();
    return new SpeakerFigures(
        speaking.dominantHz(), others, Onsets.pair(truth, ToneEnvelope.of(sound, ownHz).onsets()));
  }

  /**
   * The other's tone in dB below the own one: while the owner speaks, and in each single turn of
   * the other, so that a leak of one turn is not hidden by a long silence around it.
   */
  private static double leak(
      Sound sound, double offsetMs, Speech other, double ownHz, Spectrum speaking) {
    double own = speaking.powerAt(ownHz);
    double worst = speaking.powerAt(other.voice().hz());
    for (Span turn : Span.shift(other.spans(), -offsetMs)) {
      worst = Math.max(worst, Spectrum.of(sound, List.of(turn)).powerAt(other.voice().hz()));
    }
    return 10 * Math.log10((worst + 1e-20) / (own + 1e-20));
  }
}
