package dev.meetbot.engine.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The server signs what the SDKs are tested to accept. */
class SignatureVectorsTest {
  private static final Path VECTORS = Path.of("..", "docs", "contract", "vectors", "webhooks.json");

  private static List<JsonObject> signed() throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(VECTORS))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .filter(vector -> vector.containsKey("signedWith"))
          .toList();
    }
  }

  @Test
  void there_are_vectors_of_every_kind_of_event_and_of_a_rotation() throws IOException {
    assertThat(signed()).hasSizeGreaterThan(15);
    assertThat(signed()).anyMatch(vector -> vector.getJsonArray("signedWith").size() == 2);
  }

  @TestFactory
  Stream<DynamicTest> the_server_makes_the_headers_of_the_vectors() throws IOException {
    return signed().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.getString("name"), () -> check(vector)));
  }

  private static void check(JsonObject vector) {
    JsonObject standard = vector.getJsonObject("standard");
    List<String> secrets = vector.getJsonArray("signedWith").getValuesAs(JsonString::getString);
    Map<String, String> headers =
        WebhookSigner.headers(
            message(standard.getString("webhook-id")),
            vector.getString("body").getBytes(StandardCharsets.UTF_8),
            secrets,
            vector.getInt("attempt"),
            Instant.ofEpochSecond(Long.parseLong(standard.getString("webhook-timestamp"))));
    assertThat(headers).containsEntry("X-Meetbot-Signature", vector.getString("signature"));
    standard.forEach(
        (name, value) -> assertThat(headers).containsEntry(name, ((JsonString) value).getString()));
  }

  private static WebhookMessage message(String id) {
    return new WebhookMessage(
        new DeliveryId(id),
        new TenantId("tenant-1"),
        new JobId("job-1"),
        1,
        URI.create("https://hooks.example.com/"),
        "job.finalized",
        2,
        "{}",
        Instant.EPOCH);
  }
}
