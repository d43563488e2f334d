package dev.meetbot.provider.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files that lie beside a class. */
final class WebResource {
  private WebResource() {}

  static Optional<String> find(Class<?> home, String name) {
    try (InputStream in = home.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Class<?> home, String name) {
    return find(home, name).orElseThrow(() -> new IllegalStateException(name + " is missing"));
  }

  static JsonObject json(Class<?> home, String name) {
    return parse(home.getPackageName().replace('.', '/') + "/" + name, text(home, name));
  }

  /**
   * @param file what it is called in the message
   * @throws PlatformDataException when that is no JSON object
   */
  static JsonObject parse(String file, String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new PlatformDataException(file, List.of("is no JSON object: " + e.getMessage()));
    }
  }
}
