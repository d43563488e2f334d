package dev.meetbot.lab.score;

import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.truth.Span;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A stretch of speech that a recording gives to somebody, in ms of the recording.
 *
 * @param speakerId by the platform; empty when nobody is known
 * @param speaker the name, {@code unknown} when nobody is known
 */
public record Claim(String speakerId, String speaker, Span span) {
  static final String NOBODY = "unknown";

  /** Everything that the recording's timeline says. */
  static List<Claim> of(Recording recording) {
    return recording.files("timeline").stream()
        .flatMap(file -> segments(file).stream())
        .map(
            s ->
                new Claim(
                    s.getString("speakerId", ""),
                    s.getString("speaker", NOBODY),
                    new Span(number(s, "startMs"), number(s, "endMs"))))
        .toList();
  }

  private static List<JsonObject> segments(RecordedFile file) {
    try {
      return JsonText.object(Files.readString(file.path()))
          .getJsonArray("segments")
          .getValuesAs(JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(JsonObject object, String key) {
    return object.getJsonNumber(key).doubleValue();
  }
}
