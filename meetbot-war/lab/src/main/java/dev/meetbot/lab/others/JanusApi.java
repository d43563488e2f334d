package dev.meetbot.lab.others;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What whoever runs a Janus room can do, by its HTTP API: one session, one plugin. */
final class JanusApi {
  private static final String SECRET = JanusServer.ROOM_SECRET;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI handle;

  JanusApi(URI api, String plugin) {
    URI session = below(api, post(api, message("create")));
    handle = below(session, post(session, message("attach").add("plugin", plugin)));
  }

  private static URI below(URI parent, JsonObject created) {
    return URI.create(parent + "/" + created.getJsonObject("data").getJsonNumber("id").longValue());
  }

  private static JsonObjectBuilder message(String what) {
    return Json.createObjectBuilder().add("janus", what).add("transaction", "lab");
  }

  /** The id of the participant with that name. */
  long participant(int room, String name) {
    JsonObject answer = ask(request("listparticipants", room));
    return answer.getJsonArray("participants").getValuesAs(JsonObject.class).stream()
        .filter(p -> p.getString("display", "").equals(name))
        .mapToLong(p -> p.getJsonNumber("id").longValue())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody is called " + name));
  }

  void kick(int room, long id) {
    ask(request("kick", room).add("id", id));
  }

  void destroy(int room) {
    ask(request("destroy", room));
  }

  private static JsonObjectBuilder request(String what, int room) {
    return Json.createObjectBuilder().add("request", what).add("room", room).add("secret", SECRET);
  }

  private JsonObject ask(JsonObjectBuilder body) {
    JsonObject answer = post(handle, message("message").add("body", body));
    JsonObject data = answer.getJsonObject("plugindata").getJsonObject("data");
    if (data.containsKey("error")) {
      throw new IllegalStateException("Janus: " + data.getString("error"));
    }
    return data;
  }

  private JsonObject post(URI to, JsonObjectBuilder body) {
    HttpRequest request =
        HttpRequest.newBuilder(to)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()))
            .build();
    try (JsonReader reader =
        Json.createReader(
            new StringReader(http.send(request, HttpResponse.BodyHandlers.ofString()).body()))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
