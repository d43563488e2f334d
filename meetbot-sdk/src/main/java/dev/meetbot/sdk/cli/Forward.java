package dev.meetbot.sdk.cli;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** Hands webhooks on, as they came. */
final class Forward {
  /** What is answered when the other one cannot be reached. */
  static final int BAD_GATEWAY = 502;

  // as long as meetbot itself would wait
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI target;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  Forward(URI target) {
    if (!("http".equals(target.getScheme()) || "https".equals(target.getScheme()))
        || target.getHost() == null) {
      throw new CliException(ExitCode.USAGE, "--forward is an address like http://localhost:3000/");
    }
    this.target = target;
  }

  /** The other one's status. */
  int send(byte[] body, Headers headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(
        (name, values) -> {
          if (isHandedOn(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return BAD_GATEWAY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return BAD_GATEWAY;
    }
  }

  private static boolean isHandedOn(String name) {
    return name.equals("content-type")
        || name.startsWith("webhook-")
        || name.startsWith("x-meetbot-");
  }
}
