package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Gap;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words the manifest as the contract says. Pure. */
final class ManifestWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ManifestWriter() {}

  /**
   * The manifest's text.
   *
   * @param meeting null when nothing was recorded
   */
  static String write(
      FinalizeRequest request,
      @Nullable CapturedMeeting meeting,
      List<ManifestFile> files,
      List<String> warnings) {
    JsonObjectBuilder manifest =
        Json.createObjectBuilder().add("version", 1).add("job", job(request.job()));
    manifest.add("recording", meeting == null ? JsonValue.NULL : recording(meeting));
    manifest.add("consent", consent(request.job()));
    JsonArrayBuilder list = Json.createArrayBuilder();
    files.forEach(f -> list.add(file(f)));
    manifest.add("files", list);
    List<Person> people = meeting == null ? List.of() : meeting.people();
    manifest.add("participants", TextFiles.roster(people, false));
    manifest.add("exit", exit(request));
    manifest.add("warnings", Json.createArrayBuilder(warnings));
    return pretty(manifest.build());
  }

  private static JsonObject job(Job job) {
    JsonObjectBuilder facts =
        Json.createObjectBuilder()
            .add("id", job.id().value())
            .add("externalId", job.spec().externalId())
            .add("meetingUrl", job.spec().meetingUrl().toString())
            .add("platform", job.spec().platform())
            .add("displayName", job.spec().displayName())
            .add("metadata", metadata(job.spec().metadata()))
            .add("createdAt", TIME.format(job.createdAt()));
    time(facts, "joinedAt", job.progress().joinedAt());
    time(facts, "endedAt", job.progress().endedAt());
    return facts.build();
  }

  private static JsonObject consent(Job job) {
    JsonArrayBuilder answers = Json.createArrayBuilder();
    for (ConsentAnswer answer : job.progress().consents()) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("granted", answer.granted())
              .add("reason", answer.reason().wireName());
      if (answer.respondent() == null) {
        one.addNull("respondent");
      } else {
        one.add("respondent", answer.respondent());
      }
      answers.add(one.add("at", TIME.format(answer.at())));
    }
    return Json.createObjectBuilder()
        .add("required", job.spec().consent().required())
        .add("answers", answers)
        .build();
  }

  private static void time(JsonObjectBuilder to, String name, @Nullable Instant at) {
    if (at == null) {
      to.addNull(name);
    } else {
      to.add(name, TIME.format(at));
    }
  }

  private static JsonValue metadata(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.isBlank() ? "{}" : text))) {
      return reader.readValue();
    } catch (JsonException e) {
      // It was checked when the job was made; what cannot be read is still handed back.
      return Json.createValue(text);
    }
  }

  private static JsonObject recording(CapturedMeeting meeting) {
    return Json.createObjectBuilder()
        .add("startedAt", TIME.format(meeting.startedAt()))
        .add("endedAt", TIME.format(meeting.startedAt().plusMillis(meeting.durationMs())))
        .add("durationMs", meeting.durationMs())
        .add("pauses", TextFiles.spans(meeting.pauses()))
        .add("gaps", gaps(meeting.gaps()))
        .build();
  }

  private static JsonArray gaps(List<Gap> gaps) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Gap gap : gaps) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("startMs", gap.span().startMs())
              .add("endMs", gap.span().endMs());
      if (gap.track() != null) {
        one.add("track", gap.track().number());
      }
      array.add(one.add("reason", gap.reason()));
    }
    return array.build();
  }

  static JsonObject file(ManifestFile file) {
    JsonObjectBuilder one =
        Json.createObjectBuilder()
            .add("name", file.name())
            .add("kind", file.kind())
            .add("mediaType", file.mediaType())
            .add("bytes", file.bytes())
            .add("sha256", file.sha256());
    Span span = file.about().span();
    if (span != null) {
      one.add("durationMs", span.lengthMs());
    }
    text(one, "speakerId", file.about().speakerId());
    text(one, "speaker", file.about().speaker());
    if (span != null) {
      one.add("startOffsetMs", span.startMs());
    }
    text(one, "captureMethod", file.about().captureMethod());
    if (file.about().cutFromMix()) {
      one.add("cutFromMix", true);
    }
    return one.build();
  }

  private static JsonObject exit(FinalizeRequest request) {
    JsonObjectBuilder exit = Json.createObjectBuilder().add("status", request.status());
    Failure failure = request.failure();
    if (failure != null) {
      exit.add("failureCode", failure.code().wireName()).add("failureDetail", failure.detail());
    }
    text(exit, "endReason", request.endReason());
    return exit.build();
  }

  private static void text(JsonObjectBuilder to, String name, @Nullable String value) {
    if (value != null) {
      to.add(name, value);
    }
  }

  static String pretty(JsonObject manifest) {
    StringWriter text = new StringWriter();
    Map<String, Boolean> indented = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (JsonWriter writer = Json.createWriterFactory(indented).createWriter(text)) {
      writer.writeObject(manifest);
    }
    return text.toString().strip() + "\n";
  }
}
