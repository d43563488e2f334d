package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.WebhookMessage;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The body of a webhook. Pure. */
public final class Envelope {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Envelope() {}

  /**
   * The bytes to sign and to send. The event's name stands in {@code event}, {@code type} and
   * {@code data.event}, since published handlers read it in all three places; version 1 has no
   * {@code version}.
   *
   * @param attempt from 1
   */
  public static byte[] body(WebhookMessage message, int attempt) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("deliveryId", message.id().value())
            .add("event", message.event())
            .add("type", message.event())
            .add("emittedAt", time(message.emittedAt()))
            .add("attempt", attempt);
    if (message.version() == 2) {
      body.add("version", 2);
    }
    try (JsonReader reader = Json.createReader(new StringReader(message.data()))) {
      body.add("data", reader.readObject());
    }
    return body.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** RFC 3339, UTC, milliseconds. */
  public static String time(Instant at) {
    return MILLIS.format(at);
  }
}
