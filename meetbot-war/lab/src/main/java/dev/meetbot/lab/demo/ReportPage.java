package dev.meetbot.lab.demo;

import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.Speech;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code index.html}: one page that plays the files beside it along the timeline. */
final class ReportPage {
  private ReportPage() {}

  static void write(Path dir, JsonObject report, Recording recording, List<GuestTruth> guests)
      throws IOException {
    JsonObject data =
        Json.createObjectBuilder()
            .add("report", report)
            .add("manifest", recording.manifest())
            .add("timeline", timeline(recording))
            .add("captions", lines(recording, "captions"))
            .add("chat", lines(recording, "chat"))
            .add("truth", truth(recording, guests))
            .build();
    // "<" would let a name or a chat message end the script element
    String safe = data.toString().replace("<", "\\u003c");
    Files.writeString(dir.resolve("index.html"), template().replace("/*DATA*/", safe));
  }

  private static String template() throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.html")) {
      if (in == null) {
        throw new IllegalStateException("report.html is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonValue timeline(Recording recording) throws IOException {
    for (RecordedFile file : recording.files("timeline")) {
      return object(Files.readString(file.path())).getJsonArray("segments");
    }
    return JsonValue.EMPTY_JSON_ARRAY;
  }

  /** The lines of the JSONL files of a kind. */
  private static JsonArray lines(Recording recording, String kind) throws IOException {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (RecordedFile file : recording.files(kind)) {
      for (String line : Files.readAllLines(file.path())) {
        if (!line.isBlank()) {
          list.add(object(line));
        }
      }
    }
    return list.build();
  }

  private static JsonArrayBuilder truth(Recording recording, List<GuestTruth> guests) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (GuestTruth guest : guests) {
      Speech speech = guest.speech().shift(-recording.startedAtMs()).within(recording.window());
      JsonArrayBuilder spans = Json.createArrayBuilder();
      speech
          .spans()
          .forEach(s -> spans.add(Json.createArrayBuilder().add(s.startMs()).add(s.endMs())));
      list.add(Json.createObjectBuilder().add("name", speech.voice().name()).add("spans", spans));
    }
    return list;
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
