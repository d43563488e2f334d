package dev.meetbot.lab.receiver;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request as it came in.
 *
 * @param headers by lower-case name
 * @param raw the body, byte for byte
 * @param answered the status that the receiver gave
 */
public record ReceivedWebhook(
    Instant at, String path, Map<String, List<String>> headers, byte[] raw, int answered) {

  /** The first value of a header, in any case; empty when it is not there. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  public String text() {
    return new String(raw, StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON.
   *
   * @throws jakarta.json.JsonException when it is none
   */
  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(text()))) {
      return reader.readObject();
    }
  }

  public String event() {
    return json().getString("event", "");
  }

  public int attempt() {
    return json().getInt("attempt", 0);
  }

  public String deliveryId() {
    return json().getString("deliveryId", "");
  }

  /** The {@code data} of the envelope; empty when there is none. */
  public JsonObject data() {
    JsonObject data = json().getJsonObject("data");
    return data == null ? JsonObject.EMPTY_JSON_OBJECT : data;
  }

  /** Whether the receiver took it. */
  public boolean accepted() {
    return answered >= 200 && answered < 300;
  }
}
