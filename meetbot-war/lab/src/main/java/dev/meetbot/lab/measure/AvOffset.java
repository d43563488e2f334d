package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Voice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How far picture and sound are apart in one file: at every start of a guest's speech its camera
 * turns bright in the same tick in which its tone begins.
 *
 * @param medianMs the flash minus the tone; positive when the picture is late; NaN without pairs
 * @param pairs how many starts were seen in both
 */
public record AvOffset(double medianMs, int pairs) {

  public static AvOffset of(Path file, List<Voice> voices) {
    Sound sound = Sound.of(file);
    List<Double> offsets = new ArrayList<>();
    Map<Integer, List<Double>> flashes = Flashes.of(file, voices.stream().map(Voice::hue).toList());
    for (Voice voice : voices) {
      List<Double> tones = ToneEnvelope.of(sound, voice.hz()).onsets();
      offsets.addAll(Onsets.pair(tones, flashes.getOrDefault(voice.hue(), List.of())).errorsMs());
    }
    return new AvOffset(Onsets.median(offsets), offsets.size());
  }
}
