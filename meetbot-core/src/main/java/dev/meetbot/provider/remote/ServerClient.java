package dev.meetbot.provider.remote;

import dev.meetbot.spi.storage.StorageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** HTTP to the server, tried again while the server may only be busy or restarting. */
public final class ServerClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(30);
  private static final int TRIES = 6;
  private static final long FIRST_DELAY_MS = 250;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI ingest;
  private final String key;

  /**
   * @param server where the server's HTTP API is, with a trailing slash
   * @param key a worker key
   */
  public ServerClient(URI server, String key) {
    this.ingest = server.resolve("api/v1/ingest");
    this.key = key;
  }

  /** A body that can be sent again. */
  @FunctionalInterface
  interface Body {
    InputStream open() throws IOException;
  }

  /**
   * Sends JSON and returns the answer's.
   *
   * @param path below the ingest endpoint, empty or with a leading slash
   * @throws StorageException when the server refuses it or cannot be reached for some seconds
   */
  JsonObject post(String path, JsonObject body) {
    HttpRequest.Builder request =
        request(path, TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    return json(send(() -> request.build()).body());
  }

  /** Stores a file. */
  void put(String job, String name, String worker, String mediaType, Body body) {
    String path =
        Arrays.stream(name.split("/"))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/", "/" + job + "/artifacts/", ""));
    send(
        () ->
            request(path, UPLOAD_TIMEOUT)
                .header("Content-Type", mediaType)
                .header("Meetbot-Worker", worker)
                .PUT(publisher(body))
                .build());
  }

  private static BodyPublisher publisher(Body body) {
    return BodyPublishers.ofInputStream(
        () -> {
          try {
            return body.open();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(ingest + path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json");
  }

  private interface Asking {
    HttpRequest request();
  }

  private HttpResponse<String> send(Asking asking) {
    String trouble = "";
    for (int attempt = 0; attempt < TRIES; attempt++) {
      try {
        if (attempt > 0) {
          Thread.sleep(FIRST_DELAY_MS << attempt);
        }
        HttpResponse<String> answer =
            http.send(asking.request(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          return answer;
        }
        trouble = "answered " + answer.statusCode() + ": " + head(answer.body());
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          break;
        }
      } catch (IOException e) {
        trouble = "cannot be reached: " + e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StorageException("interrupted while talking to the server", e);
      }
    }
    throw new StorageException("the server " + trouble);
  }

  private static String head(String body) {
    return body.length() <= 300 ? body : body.substring(0, 300);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw new StorageException("the server's answer is no JSON", e);
    }
  }
}
