package dev.meetbot.lab.site;

import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.scenario.Scenario;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The control interface of the lab's server. Blocking calls; any thread may make them. */
public final class LabControl {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  /** A meeting that has been set up. */
  public record Meeting(String id, URI url) {}

  public LabControl(URI base) {
    this.base = base;
  }

  /** Sets up a scenario's meeting. */
  public Meeting open(Scenario scenario) {
    JsonObject made = JsonText.object(send("POST", "/scenarios", scenario.json()));
    return new Meeting(made.getString("id"), URI.create(made.getString("meetingUrl")));
  }

  /** What the meeting has seen of the bot so far. */
  public LabState state(String id) {
    return new LabState(JsonText.object(send("GET", "/scenarios/" + id, null)));
  }

  /** What was really said, written and sent. */
  public JsonObject truth(String id) {
    return JsonText.object(send("GET", "/scenarios/" + id + "/truth", null));
  }

  /** Lets something happen now: {@code admit}, {@code remove}, {@code end}, {@code cut}, ... */
  public void act(String id, String what) {
    send("POST", "/scenarios/" + id + "/do", Json.createObjectBuilder().add("do", what).build());
  }

  /** Ends the meeting. */
  public void close(String id) {
    send("DELETE", "/scenarios/" + id, null);
  }

  private String send(
      String method, String path, @org.jspecify.annotations.Nullable JsonObject body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException("the lab's server does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
