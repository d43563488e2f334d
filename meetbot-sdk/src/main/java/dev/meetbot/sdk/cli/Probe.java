package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a server for pages that need no key. */
final class Probe {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ServerAddress server;
  private final Outside outside;
  private final ProxySelector proxies;
  private final HttpClient client;

  Probe(ServerAddress server, Outside outside) {
    this.server = server;
    this.outside = outside;
    this.proxies =
        ProxyVariables.selector(outside.environment()).orElseGet(ProxySelector::getDefault);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .proxy(proxies)
            .build();
  }

  /** The answer, whatever it is. */
  Reply get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .build();
    Instant before = outside.clock().instant();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    Duration took = Duration.between(before, outside.clock().instant());
    return new Reply(
        answer.statusCode(),
        answer.body(),
        answer.headers().firstValue("Date").map(Probe::date).orElse(null),
        before.plus(took.dividedBy(2)),
        took,
        answer.sslSession().map(session -> session.getProtocol()).orElse(null));
  }

  /** Through which proxy; empty when there is none. */
  String proxy() {
    List<Proxy> chosen = proxies.select(uri("/"));
    return chosen.isEmpty() || chosen.get(0).type() == Proxy.Type.DIRECT
        ? ""
        : chosen.get(0).address().toString().replace("/<unresolved>", "");
  }

  private URI uri(String path) {
    return URI.create(server.url() + path);
  }

  private static @Nullable Instant date(String header) {
    try {
      return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
