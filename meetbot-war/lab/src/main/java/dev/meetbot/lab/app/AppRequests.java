package dev.meetbot.lab.app;

import dev.meetbot.contract.CheckedHttp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests that show an application under its path: probes, a job's life without a browser, and
 * the room with what its page loads. Every answer is held against the document that it serves. One
 * thread.
 */
public final class AppRequests {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final App app;
  private final CheckedHttp documented;
  private final List<String> faults = new ArrayList<>();

  private AppRequests(App app) throws IOException, InterruptedException {
    this.app = app;
    this.documented = CheckedHttp.live(http, app.base());
  }

  /** Sends them all; what is not as it should be, empty when all is well. */
  public static List<String> faults(App app) {
    try {
      AppRequests requests = new AppRequests(app);
      requests.probes();
      requests.job();
      requests.room();
      return List.copyOf(requests.faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void probes() throws IOException, InterruptedException {
    expect(200, text(open(app.at("healthz"))));
    expect(200, text(open(app.at("readyz"))));
    expect(401, text(open(app.at("api/v1/jobs"))));
  }

  /** So far ahead that no browser is needed. */
  private void job() throws IOException, InterruptedException {
    String body =
        Json.createObjectBuilder()
            .add("externalId", "requests-" + UUID.randomUUID())
            .add("meetingUrl", app.at("room/requests").toString())
            .add("joinAt", Instant.now().plusSeconds(86_400).toString())
            .build()
            .toString();
    URI jobs = app.at("api/v1/jobs");
    HttpResponse<String> created = text(own(jobs).POST(BodyPublishers.ofString(body)));
    expect(201, created);
    URI address = app.at("api/v1/jobs/" + json(created).getString("id"));
    String location = created.headers().firstValue("Location").orElse("none");
    check(location.equals(address.toString()), "Location is " + location);
    expect(200, text(own(jobs).POST(BodyPublishers.ofString(body))));
    expect(200, text(own(address)));
    expect(204, text(own(address).DELETE()));
    check(json(text(own(address))).getString("status").equals("cancelled"), "not cancelled");
  }

  private void room() throws IOException, InterruptedException {
    URI room = app.at("room/requests-" + UUID.randomUUID());
    HttpResponse<String> page = text(open(room));
    expect(200, page);
    Matcher link = LINK.matcher(page.body());
    int links = 0;
    for (; link.find(); links++) {
      expect(200, text(open(room.resolve(link.group(1)))));
    }
    check(links > 0, "the room's page loads nothing");
    URI join = URI.create(room + "/api/join");
    HttpResponse<String> joined =
        text(open(join).POST(BodyPublishers.ofString("{\"displayName\":\"Ann\"}")));
    expect(200, joined);
    HttpRequest events =
        request(URI.create(room + "/api/events"), json(joined).getString("token")).build();
    HttpResponse<InputStream> stream = http.send(events, BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      check(stream.statusCode() == 200, "events answered " + stream.statusCode());
      check(lines.readLine() != null, "the events end at once");
    }
  }

  private void expect(int status, HttpResponse<String> answer) {
    check(
        answer.statusCode() == status,
        answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
  }

  private void check(boolean ok, String fault) {
    if (!ok) {
      faults.add(fault);
    }
  }

  private HttpRequest.Builder own(URI address) {
    return request(address, app.apiKey());
  }

  private static HttpRequest.Builder request(URI address, String bearer) {
    return open(address).header("Authorization", "Bearer " + bearer);
  }

  private static HttpRequest.Builder open(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> text(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return documented.checked(http.send(request.build(), BodyHandlers.ofString()));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
