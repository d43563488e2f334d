package dev.meetbot.jaxrs.dto;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Stored JSON texts back to JSON. */
final class JsonTexts {
  private JsonTexts() {}

  /** The object that the text holds. */
  static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
