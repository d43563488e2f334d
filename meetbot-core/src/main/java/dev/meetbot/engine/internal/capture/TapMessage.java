package dev.meetbot.engine.internal.capture;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * A small fact from the tap: a document began, a track came or went, a codec, how loud it is, a
 * gap, a note.
 *
 * @param type hello, track, codec, levels, ended, gap or note
 * @param doc random number of the document
 */
record TapMessage(String type, long doc, JsonObject body) {
  private static final int MAX_TEXT = 64 << 10;

  /**
   * Reads one.
   *
   * @throws TapFormatException when it is none
   */
  static TapMessage parse(String json) {
    if (json.length() > MAX_TEXT) {
      throw new TapFormatException("a message of " + json.length() + " characters");
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject body = reader.readObject();
      return new TapMessage(
          body.getString("t", ""), number(body, "doc", "a message without document"), body);
    } catch (JsonException e) {
      throw new TapFormatException("not a message", e);
    }
  }

  int track() {
    return (int) number(body, "track", "a message without track");
  }

  /** A text of the message, empty when it is not there, cut at 500 characters. */
  String text(String name) {
    String text = body.get(name) instanceof JsonString found ? found.getString() : "";
    return text.substring(0, Math.min(text.length(), 500));
  }

  long number(String name) {
    return body.get(name) instanceof JsonNumber found ? found.longValue() : 0;
  }

  /** The numbers in an array, at most 500 of them. */
  List<Integer> numbers(String name) {
    return body.get(name) instanceof JsonArray array
        ? array.stream()
            .filter(JsonNumber.class::isInstance)
            .map(n -> ((JsonNumber) n).intValue())
            .limit(500)
            .toList()
        : List.of();
  }

  /** The first of the texts in an array, empty when there is none. */
  String first(String name) {
    List<JsonString> texts =
        body.get(name) instanceof JsonArray array
            ? array.stream()
                .filter(JsonString.class::isInstance)
                .map(JsonString.class::cast)
                .toList()
            : List.of();
    return texts.isEmpty() ? "" : texts.get(0).getString();
  }

  private static long number(JsonObject body, String name, String otherwise) {
    if (body.get(name) instanceof JsonNumber found) {
      return found.longValue();
    }
    throw new TapFormatException(otherwise);
  }
}
