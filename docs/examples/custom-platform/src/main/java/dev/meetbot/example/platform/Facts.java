package dev.meetbot.example.platform;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the pages' functions give. Pure. */
final class Facts {
  private Facts() {}

  /**
   * A snapshot.
   *
   * @param json {@code {state, words?, admittedAt?, people: [{id, name, self, streams: [id]}],
   *     chat: [{id, senderId, sender, at, text}]}}
   * @throws BrowserException when it is something else
   */
  static MeetingSnapshot read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject seen = reader.readObject();
      List<JsonObject> people = seen.getJsonArray("people").getValuesAs(JsonObject.class);
      return new MeetingSnapshot(
          MeetingState.valueOf(seen.getString("state")),
          seen.getString("words", null),
          at(seen, "admittedAt"),
          people.stream().map(Facts::person).toList(),
          seen.getJsonArray("chat").getValuesAs(JsonObject.class).stream()
              .map(Facts::line)
              .toList(),
          List.of(),
          people.stream()
              .flatMap(
                  p ->
                      p.getJsonArray("streams").getValuesAs(jakarta.json.JsonString.class).stream()
                          .map(s -> source(s.getString(), p.getString("id"))))
              .toList());
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new BrowserException("the page gave no facts", e);
    } catch (IllegalArgumentException e) {
      throw new BrowserException("the page gave a state that is none", e);
    }
  }

  private static @Nullable Instant at(JsonObject object, String name) {
    return object.containsKey(name) && !object.isNull(name)
        ? Instant.ofEpochMilli(object.getJsonNumber(name).longValue())
        : null;
  }

  private static Participant person(JsonObject p) {
    boolean self = p.getBoolean("self", false);
    return new Participant(p.getString("id"), p.getString("name"), self, false, self, false);
  }

  private static ChatMessage line(JsonObject l) {
    return new ChatMessage(
        l.getString("id"),
        l.getString("senderId"),
        l.getString("sender"),
        Instant.ofEpochMilli(l.getJsonNumber("at").longValue()),
        l.getString("text"));
  }

  private static MediaSource source(String stream, String person) {
    return new MediaSource(stream, person, MediaSource.Kind.CAMERA);
  }
}
