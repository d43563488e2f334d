package dev.meetbot.lab.score;

import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.truth.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How far the starts of speech in everybody's own files are from the true ones. */
final class StartErrors {
  /** What begins with the recording has no start in it. */
  private static final double FIRST_MS = 300;

  private StartErrors() {}

  /**
   * Of everybody who has a tone.
   *
   * @param truth in ms of the recording
   * @return found minus true in ms; a start that was found nowhere within a second is left out
   */
  static List<Double> of(Recording recording, Truth truth) {
    List<RecordedFile> files = recording.files("audio");
    Faces faces = new Faces(truth.people(), Claim.of(recording));
    List<Double> errors = new ArrayList<>();
    for (TruePerson person : truth.people()) {
      if (person.hasTone()) {
        Predicate<RecordedFile> own =
            f ->
                faces
                    .meant(f.entry().getString("speakerId", ""), f.speaker())
                    .filter(person::equals)
                    .isPresent();
        List<RecordedFile> mine = files.stream().filter(own).toList();
        if (!mine.isEmpty()) {
          errors.addAll(of(person, mine));
        }
      }
    }
    return errors;
  }

  private static List<Double> of(TruePerson person, List<RecordedFile> files) {
    List<Double> found = new ArrayList<>();
    for (RecordedFile file : files) {
      ToneEnvelope.of(Sound.of(file.path()), person.hz()).spans().stream()
          .map(span -> span.startMs() + file.offsetMs())
          .forEach(found::add);
    }
    List<Double> wanted =
        person.spans().stream().map(Span::startMs).filter(ms -> ms > FIRST_MS).toList();
    return Onsets.pair(wanted, found).errorsMs();
  }
}
