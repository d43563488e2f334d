package dev.meetbot.lab.guest;

import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Reads what the guest's page wrote down. */
final class PageLog {
  private PageLog() {}

  static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static JsonArray array(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }

  /** From rows of {@code [wall clock ms, 1 for on or 0 for off, lateness ms]}. */
  static Speech speech(Voice voice, String json) {
    List<Span> spans = new ArrayList<>();
    double start = Double.NaN;
    for (JsonValue row : array(json)) {
      double at = row.asJsonArray().getJsonNumber(0).doubleValue();
      boolean on = row.asJsonArray().getInt(1) == 1;
      if (on) {
        start = at;
      } else if (!Double.isNaN(start)) {
        spans.add(new Span(start, at));
        start = Double.NaN;
      }
    }
    if (!Double.isNaN(start)) {
      spans.add(new Span(start, Math.max(start, System.currentTimeMillis())));
    }
    return new Speech(voice, spans);
  }

  static List<SentSample> sent(String json, String participantId) {
    JsonArray rows = object(json).getJsonArray(participantId);
    return rows == null
        ? List.of()
        : rows.getValuesAs(JsonObject.class).stream().map(PageLog::sample).toList();
  }

  private static SentSample sample(JsonObject row) {
    return new SentSample(
        row.getJsonNumber("atMs").doubleValue(),
        row.getJsonNumber("cameraFrames").longValue(),
        row.getJsonNumber("screenFrames").longValue(),
        row.getJsonNumber("keyFrameRequests").longValue(),
        row.getJsonNumber("keyFrames").longValue(),
        row.getJsonNumber("audioPackets").longValue());
  }
}
