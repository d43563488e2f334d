package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a finished job keeps, as its manifest lists it. Pure.
 *
 * @param durationMs 0 when nothing was recorded
 */
record KeptRecording(long durationMs, List<Kept> files) {
  private static final String MIX = "mixed_audio";

  KeptRecording {
    files = List.copyOf(files);
  }

  /**
   * A file of the manifest.
   *
   * @param span where it lies on the recording's line
   * @param speakerId null when it is nobody's, or nobody knows whose
   */
  record Kept(String name, String kind, Span span, @Nullable String speakerId) {
    Optional<MediaKind> media() {
      for (MediaKind known : MediaKind.values()) {
        if (known.wireName().equals(kind)) {
          return Optional.of(known);
        }
      }
      return Optional.empty();
    }

    boolean video() {
      return media()
          .filter(m -> m == MediaKind.PARTICIPANT_VIDEO || m == MediaKind.SCREEN_VIDEO)
          .isPresent();
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException when it is none
   */
  static KeptRecording of(JsonObject manifest) throws IOException {
    try {
      List<Kept> files = new ArrayList<>();
      for (JsonObject file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
        long from = number(file, "startOffsetMs");
        Span span = new Span(from, from + number(file, "durationMs"));
        String speaker = file.getString("speakerId", null);
        files.add(new Kept(file.getString("name"), file.getString("kind"), span, speaker));
      }
      JsonValue recording = manifest.get("recording");
      long durationMs = recording instanceof JsonObject object ? number(object, "durationMs") : 0;
      return new KeptRecording(durationMs, files);
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new IOException("the manifest cannot be read", e);
    }
  }

  private static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number ? number.longValue() : 0;
  }

  /** Cameras and screens. */
  List<Kept> videos() {
    return files.stream().filter(Kept::video).toList();
  }

  /** The mixed sound. */
  Optional<Kept> mix() {
    return files.stream().filter(f -> f.kind().equals(MIX)).findFirst();
  }

  /**
   * Everybody of {@code participants.json}. The roster does not tell the bot that recorded from
   * other bots, so a bot counts as that one when it sent nothing.
   */
  List<Person> people(JsonObject participants) {
    Set<String> senders =
        files.stream().map(Kept::speakerId).filter(id -> id != null).collect(Collectors.toSet());
    List<Person> people = new ArrayList<>();
    for (JsonObject one : participants.getJsonArray("participants").getValuesAs(JsonObject.class)) {
      String id = one.getString("id");
      boolean bot = one.getBoolean("bot", false);
      Long left = one.get("leftAtMs") instanceof JsonNumber number ? number.longValue() : null;
      people.add(
          new Person(
              id,
              one.getString("name", ""),
              one.getBoolean("host", false),
              bot,
              bot && !senders.contains(id),
              presence(one, id),
              left));
    }
    return people;
  }

  /** When they were there; when nobody saw them come, while they were heard. */
  private List<Span> presence(JsonObject person, String id) {
    JsonArray array = person.getJsonArray("presence");
    List<Span> spans = array == null ? List.of() : spans(array);
    return spans.isEmpty()
        ? files.stream().filter(f -> id.equals(f.speakerId())).map(Kept::span).toList()
        : spans;
  }

  private static List<Span> spans(JsonArray array) {
    return array.getValuesAs(JsonObject.class).stream()
        .map(s -> new Span(number(s, "startMs"), number(s, "endMs")))
        .toList();
  }

  /** The segments of {@code timeline.json}. */
  static List<Segment> timeline(JsonObject timeline) {
    return timeline.getJsonArray("segments").getValuesAs(JsonObject.class).stream()
        .map(
            s ->
                new Segment(
                    s.isNull("speakerId") ? null : s.getString("speakerId"),
                    s.getString("speaker", ""),
                    new Span(number(s, "startMs"), number(s, "endMs")),
                    s.getString("source", ""),
                    s.getJsonNumber("confidence").doubleValue()))
        .toList();
  }
}
