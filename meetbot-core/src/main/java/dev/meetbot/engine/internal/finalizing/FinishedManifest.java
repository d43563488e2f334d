package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads from a manifest what finalizing returns, so that a second run returns the same. */
final class FinishedManifest {
  private FinishedManifest() {}

  static FinalizedRecording read(ArtifactKey key, String text) throws IOException {
    return read(key, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static FinalizedRecording read(ArtifactKey key, InputStream text) throws IOException {
    try (JsonReader reader = Json.createReader(text)) {
      JsonObject manifest = reader.readObject();
      List<String> warnings = manifest.getJsonArray("warnings").getValuesAs(JsonString::getString);
      if (manifest.get("recording").getValueType() == JsonValue.ValueType.NULL) {
        return new FinalizedRecording(key, 0, 0, warnings);
      }
      JsonObject recording = manifest.getJsonObject("recording");
      long durationMs = recording.getJsonNumber("durationMs").longValue();
      List<Span> lost = new ArrayList<>(spans(recording.getJsonArray("pauses")));
      for (JsonObject gap : recording.getJsonArray("gaps").getValuesAs(JsonObject.class)) {
        if (gap.getString("reason").equals(LogFold.WORKER_LOST)) {
          lost.add(span(gap));
        }
      }
      long recordedMs =
          Span.without(List.of(new Span(0, durationMs)), lost).stream()
              .mapToLong(Span::lengthMs)
              .sum();
      return new FinalizedRecording(key, durationMs, (recordedMs + 999) / 1000, warnings);
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new IOException("the manifest " + key + " cannot be read", e);
    }
  }

  private static List<Span> spans(JsonArray array) {
    return array.getValuesAs(JsonObject.class).stream().map(FinishedManifest::span).toList();
  }

  private static Span span(JsonObject object) {
    return new Span(
        object.getJsonNumber("startMs").longValue(), object.getJsonNumber("endMs").longValue());
  }
}
