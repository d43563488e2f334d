package dev.meetbot.lab.signin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Stores accounts on a server. */
final class IdentityClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private IdentityClient() {}

  /**
   * Stores it, or its state anew; blocks.
   *
   * @param state a Playwright storage state
   * @throws IOException when the server does not take it; says nothing of the state
   */
  static void store(SignInOptions options, String state) throws IOException, InterruptedException {
    JsonObject body =
        Json.createObjectBuilder()
            .add("platform", options.platform())
            .add("state", object(state))
            .build();
    String name = URLEncoder.encode(options.name(), StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest request =
        HttpRequest.newBuilder(options.server().resolve("api/v1/admin/identities/" + name))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + options.operatorKey())
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .build()
            .send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static JsonObject object(String state) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(state))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new IOException("that is no storage state: not a JSON object");
    }
  }
}
