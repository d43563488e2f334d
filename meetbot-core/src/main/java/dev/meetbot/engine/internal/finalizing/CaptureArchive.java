package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the logs that a job's attempts left under {@code capture/}. */
final class CaptureArchive {
  private static final String LOG = "log.jsonl";

  private CaptureArchive() {}

  /**
   * The meeting as all attempts saw it; empty when none wrote anything. A torn last line, as a
   * killed process leaves it, is skipped. Blocks.
   *
   * @param capture the folder that holds one folder per attempt
   */
  static Optional<CapturedMeeting> read(ArtifactStore store, ArtifactKey capture)
      throws IOException {
    TreeSet<Integer> attempts = new TreeSet<>();
    for (ArtifactInfo info : store.list(capture)) {
      String[] rest = info.key().path().substring(capture.path().length() + 1).split("/");
      if (rest.length == 2 && rest[1].equals(LOG) && rest[0].matches("\\d{1,6}")) {
        attempts.add(Integer.valueOf(rest[0]));
      }
    }
    LogFold fold = new LogFold();
    for (int attempt : attempts) {
      ArtifactKey folder = capture.resolve(Integer.toString(attempt));
      fold.attempt(attempt, folder);
      Optional<ArtifactContent> log = store.read(folder.resolve(LOG), ByteRange.ALL);
      if (log.isPresent()) {
        try (ArtifactContent content = log.get()) {
          lines(content, fold);
        }
      }
    }
    return fold.build();
  }

  private static void lines(ArtifactContent content, LogFold fold) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(content.stream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      Optional<JsonObject> parsed = parse(line);
      if (parsed.isPresent()) {
        fold.line(parsed.get());
      } else {
        fold.damagedLine();
      }
    }
  }

  private static Optional<JsonObject> parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return Optional.of(reader.readObject());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
