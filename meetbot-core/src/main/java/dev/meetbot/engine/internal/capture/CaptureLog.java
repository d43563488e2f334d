package dev.meetbot.engine.internal.capture;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lines of {@code log.jsonl} (docs/capture-format.md), kept in memory until they are written; used
 * by the writer thread.
 */
final class CaptureLog {
  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());
  private final StringBuilder pending = new StringBuilder();

  /** Adds a line. */
  void add(String type, long atMs, Consumer<JsonObjectBuilder> fields) {
    JsonObjectBuilder line = json.createObjectBuilder().add("t", type).add("at", atMs);
    fields.accept(line);
    pending.append(line.build()).append('\n');
  }

  /** Adds a line with nothing but its type. */
  void add(String type, long atMs) {
    add(type, atMs, line -> {});
  }

  /**
   * How loud a track was.
   *
   * @param source the contributing source that this is of; empty for the whole track
   */
  void levels(long atMs, int track, String source, List<AudioLevels.Stretch> stretches) {
    for (AudioLevels.Stretch stretch : stretches) {
      add(
          "levels",
          atMs,
          line -> {
            line.add("track", track);
            if (!source.isEmpty()) {
              line.add("source", source);
            }
            line.add("fromMs", stretch.fromMs())
                .add("stepMs", AudioLevels.STEP_MS)
                .add("dbov", json.createArrayBuilder(stretch.dbov()));
          });
    }
  }

  /**
   * Something is missing.
   *
   * @param track 0 when it concerns all
   */
  void gap(long atMs, int track, long fromMs, long toMs, String reason) {
    add(
        "gap",
        atMs,
        line -> {
          line.add("fromMs", Math.max(0, fromMs)).add("toMs", Math.max(0, toMs));
          if (track > 0) {
            line.add("track", track);
          }
          line.add("reason", reason);
        });
  }

  /** Moves the lines into the file and makes them safe. */
  void writeTo(CaptureFile file) throws IOException {
    if (pending.length() > 0) {
      file.append(pending.toString().getBytes(StandardCharsets.UTF_8));
      pending.setLength(0);
    }
    file.flush();
  }
}
