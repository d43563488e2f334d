package dev.meetbot.lab.scenario;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON objects from texts and from the jar. */
public final class JsonText {
  private JsonText() {}

  /** An object from its text. */
  public static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /**
   * An object that lies beside a class.
   *
   * @throws IllegalStateException when it is missing
   */
  static JsonObject resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      try (JsonReader reader =
          Json.createReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.readObject();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
