package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactKey;
import jakarta.json.Json;
import java.io.StringReader;

/** Feeds log lines to a fold without any file. */
final class LogLines {
  final LogFold fold = new LogFold();
  private long zero = 1_000_000;

  LogLines() {
    attempt(1, 0);
  }

  /** Lines from here on are of that attempt, which began so long after the first. */
  LogLines attempt(int number, long startedMs) {
    zero = 1_000_000 + startedMs;
    fold.attempt(number, new ArtifactKey("capture/" + number));
    return add("capture_started", 0, "");
  }

  LogLines add(String type, long atMs, String facts) {
    String text =
        "{\"t\":\"%s\",\"at\":%d%s}"
            .formatted(type, zero + atMs, facts.isEmpty() ? "" : "," + facts);
    fold.line(Json.createReader(new StringReader(text)).readObject());
    return this;
  }

  /** From here on people share audio tracks in that way. */
  LogLines shape(String shape) {
    return add("capture_started", 0, "\"shape\":\"" + shape + "\"");
  }

  /** A loudness that stays the same. */
  LogLines loud(int track, String source, long fromMs, long toMs) {
    int bins = (int) ((toMs - fromMs) / 100);
    String of = source.isEmpty() ? "" : "\"source\":\"" + source + "\",";
    return add(
        "levels",
        toMs,
        "\"track\":%d,%s\"fromMs\":%d,\"stepMs\":100,\"dbov\":%s"
            .formatted(track, of, fromMs, java.util.Collections.nCopies(bins, 20)));
  }

  /** The page shows somebody as speaking. */
  LogLines mark(String source, String id, long fromMs, long toMs) {
    String facts = "\"participantId\":\"%s\",\"on\":%s,\"source\":\"%s\"";
    add("speaking_hint", fromMs, facts.formatted(id, true, source));
    return add("speaking_hint", toMs, facts.formatted(id, false, source));
  }

  LogLines joined(String id, String name, long atMs) {
    return add("participant_joined", atMs, "\"id\":\"%s\",\"name\":\"%s\"".formatted(id, name));
  }

  LogLines audio(int track, String stream) {
    return add(
        "track",
        0,
        ("\"track\":%d,\"kind\":\"audio\",\"codec\":\"opus\",\"method\":\"tap\","
                + "\"streamId\":\"%s\",\"file\":\"t%d.mkv\"")
            .formatted(track, stream, track));
  }

  /** A track with a label of its own. */
  LogLines labelled(int track, String stream, String label) {
    return add(
        "track",
        0,
        ("\"track\":%d,\"kind\":\"audio\",\"codec\":\"opus\",\"method\":\"tap\","
                + "\"streamId\":\"%s\",\"label\":\"%s\",\"file\":\"t%d.mkv\"")
            .formatted(track, stream, label, track));
  }

  LogLines source(String stream, String id, String kind) {
    return add(
        "source",
        0,
        "\"streamId\":\"%s\",\"participantId\":\"%s\",\"kind\":\"%s\"".formatted(stream, id, kind));
  }

  CapturedMeeting meeting() {
    return fold.build().orElseThrow();
  }
}
