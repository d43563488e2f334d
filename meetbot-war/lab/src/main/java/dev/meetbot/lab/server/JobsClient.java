package dev.meetbot.lab.server;

import dev.meetbot.contract.CheckedHttp;
import dev.meetbot.lab.measure.Recording;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The jobs API over plain HTTP, as any client without an SDK would use it. Blocking calls. */
public final class JobsClient {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final String key;
  private @Nullable CheckedHttp documented;

  /**
   * @param base where the application is, its context path included
   */
  public JobsClient(URI base, String key) {
    this.base = URI.create(base.toString().replaceFirst("/*$", "/"));
    this.key = key;
  }

  /** Posts a job and gives it back; refused ones are an {@link IllegalStateException}. */
  public JsonObject create(JsonObject body) {
    return post("/api/v1/jobs", body);
  }

  /** Posts to any path of the application, such as {@code /api/v1/jobs}, and gives the answer. */
  public JsonObject post(String path, JsonObject body) {
    return json(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  public JsonObject get(String id) {
    return json(send(request("/api/v1/jobs/" + id)));
  }

  /** Every webhook message of a job. */
  public List<JsonObject> deliveries(String id) {
    return json(send(request("/api/v1/jobs/" + id + "/deliveries")))
        .getJsonArray("deliveries")
        .getValuesAs(JsonObject.class);
  }

  /** Cancels a job, or lets the bot leave. */
  public void delete(String id) {
    send(request("/api/v1/jobs/" + id).DELETE());
  }

  /** Asks something of a running bot, for example {@code pause-recording}; gives the answer. */
  public JsonObject ask(String id, String verb, JsonObject body) {
    return post("/api/v1/jobs/" + id + "/" + verb, body);
  }

  /** The same for verbs that need no more than their name. */
  public JsonObject ask(String id, String verb) {
    return ask(id, verb, JsonObject.EMPTY_JSON_OBJECT);
  }

  /**
   * Polls a job until it meets a condition.
   *
   * @throws IllegalStateException after the patience, with the job as it was last
   */
  public JsonObject await(String id, Predicate<JsonObject> condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    JsonObject job = get(id);
    while (!condition.test(job)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not within " + patience + ": " + job);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      job = get(id);
    }
    return job;
  }

  /** Whether a job has come to its end. */
  public static boolean isOver(JsonObject job) {
    return switch (job.getString("status")) {
      case "completed", "failed", "cancelled" -> true;
      default -> false;
    };
  }

  /** Fetches the manifest and every file that it names into a folder. */
  public Recording download(String id, Path dir) {
    try {
      Files.createDirectories(dir);
      JsonObject manifest = json(send(request("/api/v1/jobs/" + id + "/manifest")));
      Files.writeString(dir.resolve("manifest.json"), manifest.toString());
      for (JsonObject file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
        fetch(id, file.getString("name"), dir);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Recording.in(dir);
  }

  private void fetch(String id, String name, Path dir) throws IOException {
    Path target = dir.resolve(name).normalize();
    if (!target.startsWith(dir.normalize())) {
      throw new IllegalStateException("a file outside of the recording: " + name);
    }
    Files.createDirectories(target.getParent());
    String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    path = path.replace("%2F", "/");
    HttpRequest request = request("/api/v1/jobs/" + id + "/artifacts/" + path).build();
    try {
      HttpResponse<Path> response = http.send(request, BodyHandlers.ofFile(target));
      if (response.statusCode() != 200) {
        throw new IllegalStateException(name + " answered " + response.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path.substring(1)))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  /** Every answer is held against the OpenAPI document that the server itself serves. */
  private synchronized CheckedHttp documented() throws IOException, InterruptedException {
    if (documented == null) {
      documented = CheckedHttp.live(http, base);
    }
    return documented;
  }

  private String send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = documented().checked(send(request));
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri().getPath()
                + " answered "
                + response.statusCode()
                + ": "
                + response.body());
      }
      return response.body();
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
}
