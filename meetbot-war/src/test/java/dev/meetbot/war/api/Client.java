package dev.meetbot.war.api;

import dev.meetbot.contract.AnswerCheck;
import dev.meetbot.contract.CheckedHttp;
import dev.meetbot.contract.OpenApi;
import dev.meetbot.jaxrs.MeetbotResources;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An HTTP client that holds a key, and every answer against the OpenAPI document. */
final class Client {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final AnswerCheck DOCUMENTED = documented();

  private final URI base;
  private final @Nullable String key;

  Client(URI base, @Nullable String key) {
    this.base = base;
    this.key = key;
  }

  private static AnswerCheck documented() {
    String document = "/dev/meetbot/jaxrs/openapi/openapi.json";
    try (InputStream in = MeetbotResources.class.getResourceAsStream(document)) {
      return new AnswerCheck(OpenApi.ofJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI at(String path) {
    return base.resolve(path);
  }

  /**
   * One request.
   *
   * @param headers names and values by turns
   */
  HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60)).method(method, body);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return new CheckedHttp(base, DOCUMENTED)
        .checked(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<byte[]> delete(String path) throws Exception {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  HttpResponse<byte[]> post(String path, String json) throws Exception {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  /** Without a length in the header: the body comes in chunks. */
  HttpResponse<byte[]> postChunked(String path, byte[] body) throws Exception {
    BodyPublisher unknownLength =
        BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(body));
    return send("POST", path, unknownLength, "Content-Type", "application/json");
  }

  /** A request for a job that is not due before tomorrow. */
  String laterJob(String externalId) {
    return Json.createObjectBuilder()
        .add("externalId", externalId)
        .add("meetingUrl", at("room/later").toString())
        .add("joinAt", Instant.now().plusSeconds(86_400).toString())
        .build()
        .toString();
  }

  static JsonObject json(HttpResponse<byte[]> answer) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
      return reader.readObject();
    }
  }
}
