package dev.meetbot.lab.guest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Somebody in a room without a browser, by the room's documented HTTP interface: for meetings in
 * which it does not matter what people say. Stays until told to leave.
 */
public final class HttpGuest implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI api;
  private final String token;
  private final Thread listener;

  private HttpGuest(URI room, JsonObject join) {
    api = URI.create(room + "/api/");
    token = json(post("join", join, "")).getString("token");
    listener = new Thread(this::listen, "http-guest");
    listener.setDaemon(true);
    listener.start();
  }

  /** Joins; the first one opens the room. */
  public static HttpGuest join(URI room, String name, Consumer<JsonObjectBuilder> more) {
    JsonObjectBuilder join = Json.createObjectBuilder().add("displayName", name);
    more.accept(join);
    return new HttpGuest(room, join.build());
  }

  /** Opens a room into which everybody may come at once. */
  public static HttpGuest openDoor(URI room, String name) {
    return join(room, name, join -> join.add("waitingRoom", false));
  }

  /** Leaves in order. */
  public void leave() {
    post("leave", JsonObject.EMPTY_JSON_OBJECT, token);
  }

  /** Ends the call for everybody; for a host. */
  public void endForAll() {
    post("end", JsonObject.EMPTY_JSON_OBJECT, token);
  }

  /** The open stream is what keeps the place. */
  private void listen() {
    HttpRequest events =
        HttpRequest.newBuilder(api.resolve("events"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<InputStream> stream = http.send(events, BodyHandlers.ofInputStream());
      try (InputStream in = stream.body()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      // the stream ends with the guest's place, or with the server
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String post(String path, JsonObject body, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Goes without a word, as somebody whose computer dies. */
  @Override
  public void close() {
    listener.interrupt();
  }
}
