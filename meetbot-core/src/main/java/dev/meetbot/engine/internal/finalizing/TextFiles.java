package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Caption;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Chat;
import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Event;
import dev.meetbot.engine.internal.finalizing.Timeline.Segment;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text files beside the media, as the contract words them. Pure. */
final class TextFiles {
  private TextFiles() {}

  static String captions(List<Caption> captions) {
    return lines(
        captions.stream().sorted(Comparator.comparingLong(Caption::startMs)).toList(),
        c ->
            Json.createObjectBuilder()
                .add("speakerId", c.speakerId())
                .add("speaker", c.speaker())
                .add("startMs", c.startMs())
                .add("endMs", c.endMs())
                .add("text", c.text())
                .build());
  }

  static String chat(List<Chat> chat) {
    return lines(
        chat.stream().sorted(Comparator.comparingLong(Chat::atMs)).toList(),
        c ->
            Json.createObjectBuilder()
                .add("senderId", c.senderId())
                .add("sender", c.sender())
                .add("atMs", c.atMs())
                .add("text", c.text())
                .build());
  }

  static String events(List<Event> events) {
    return lines(
        events,
        e -> {
          JsonObjectBuilder line =
              Json.createObjectBuilder().add("atMs", e.atMs()).add("type", e.type());
          new TreeMap<>(e.facts())
              .forEach(
                  (name, value) -> {
                    if (value instanceof Boolean yes) {
                      line.add(name, yes);
                    } else {
                      line.add(name, value.toString());
                    }
                  });
          return line.build();
        });
  }

  static String timeline(List<Segment> segments) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Segment segment : segments) {
      JsonObjectBuilder one = Json.createObjectBuilder();
      if (segment.speakerId() == null) {
        one.addNull("speakerId");
      } else {
        one.add("speakerId", segment.speakerId());
      }
      array.add(
          one.add("speaker", segment.speaker())
              .add("startMs", segment.span().startMs())
              .add("endMs", segment.span().endMs())
              .add("source", segment.source())
              .add("confidence", segment.confidence()));
    }
    return Json.createObjectBuilder().add("version", 1).add("segments", array).build().toString();
  }

  /** The roster, with every stretch that somebody was there. */
  static String participants(List<Person> people) {
    return Json.createObjectBuilder()
        .add("version", 1)
        .add("participants", roster(people, true))
        .build()
        .toString();
  }

  static JsonArray roster(List<Person> people, boolean withPresence) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Person person : people) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("id", person.id())
              .add("name", person.name())
              .add("host", person.host())
              .add("bot", person.bot() || person.self())
              .add("joinedAtMs", person.joinedAtMs());
      if (person.leftAtMs() == null) {
        one.addNull("leftAtMs");
      } else {
        one.add("leftAtMs", person.leftAtMs());
      }
      if (withPresence) {
        one.add("presence", spans(person.presence()));
      }
      array.add(one);
    }
    return array.build();
  }

  static JsonArray spans(List<Span> spans) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Span span : spans) {
      array.add(
          Json.createObjectBuilder().add("startMs", span.startMs()).add("endMs", span.endMs()));
    }
    return array.build();
  }

  private static <T> String lines(List<T> values, Function<T, JsonObject> toJson) {
    return values.stream().map(v -> toJson.apply(v) + "\n").collect(Collectors.joining());
  }
}
