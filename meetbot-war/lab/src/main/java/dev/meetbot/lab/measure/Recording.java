package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A finished recording in a folder: {@code manifest.json} and the files that it names. */
public record Recording(Path dir, JsonObject manifest) {

  public static Recording in(Path dir) {
    return new Recording(dir, object(dir.resolve("manifest.json")));
  }

  static JsonObject object(Path file) {
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wall clock (epoch ms) of the recording's time 0. */
  public double startedAtMs() {
    return instant("startedAt");
  }

  /** The whole recording in its own time. */
  public Span window() {
    return new Span(0, instant("endedAt") - startedAtMs());
  }

  private double instant(String key) {
    return Instant.parse(manifest.getJsonObject("recording").getString(key)).toEpochMilli();
  }

  /** The pauses in recording time. */
  public List<Span> pauses() {
    JsonArray pauses = manifest.getJsonObject("recording").getJsonArray("pauses");
    return pauses == null
        ? List.of()
        : pauses.getValuesAs(JsonObject.class).stream()
            .map(p -> new Span(number(p, "startMs"), number(p, "endMs")))
            .toList();
  }

  public List<RecordedFile> files() {
    return manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
        .map(entry -> RecordedFile.of(dir, entry))
        .toList();
  }

  public List<RecordedFile> files(String kind) {
    return files().stream().filter(f -> f.kind().equals(kind)).toList();
  }

  /** The longest file of a kind that belongs to a speaker. */
  public Optional<RecordedFile> file(String kind, String speaker) {
    return files(kind).stream()
        .filter(f -> f.speaker().equals(speaker))
        .max(java.util.Comparator.comparingLong(f -> f.path().toFile().length()));
  }

  /** Who spoke when, by {@code timeline.json}; empty when there is none. */
  public List<NamedSpan> timeline() {
    return files("timeline").stream()
        .flatMap(
            f -> object(f.path()).getJsonArray("segments").getValuesAs(JsonObject.class).stream())
        .map(
            s ->
                new NamedSpan(
                    s.getString("speaker", "unknown"),
                    new Span(number(s, "startMs"), number(s, "endMs"))))
        .toList();
  }

  private static double number(JsonObject object, String key) {
    return object.getJsonNumber(key).doubleValue();
  }
}
