package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserHealth;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A Chromium that runs elsewhere, started with {@code --remote-debugging-port}. */
record Endpoint(HttpClient client, URI address) {
  Connection connect(Deadline deadline) {
    URI socket =
        address.getScheme().startsWith("ws")
            ? address
            : socketOn(URI.create(version(deadline).getString("webSocketDebuggerUrl")));
    return Connection.open(client, socket, Duration.ofMillis(deadline.leftMillis()));
  }

  /** The browser names itself as it sees itself; it is reached where the setting says. */
  private URI socketOn(URI named) {
    String scheme = address.getScheme().equals("https") ? "wss" : "ws";
    return URI.create(scheme + "://" + address.getRawAuthority() + named.getRawPath());
  }

  BrowserHealth health(Deadline deadline) {
    String where = address.getHost() + ":" + address.getPort();
    try {
      return address.getScheme().startsWith("ws")
          ? reached(deadline, where)
          : new BrowserHealth(true, version(deadline).getString("Browser") + " on " + where);
    } catch (BrowserException e) {
      return new BrowserHealth(
          false, "No Chromium answers on " + where + ": see meetbot.browser.cdp.endpoint");
    }
  }

  private BrowserHealth reached(Deadline deadline, String where) {
    Connection.open(client, address, Duration.ofMillis(deadline.leftMillis())).abort();
    return new BrowserHealth(true, "Chromium on " + where);
  }

  private JsonObject version(Deadline deadline) {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/json/version")).build();
    String answer =
        deadline.await(
            client
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body));
    try {
      return Json.parse(answer);
    } catch (JsonException e) {
      throw new BrowserException("What answers on " + address.getHost() + " is no Chromium", e);
    }
  }
}
