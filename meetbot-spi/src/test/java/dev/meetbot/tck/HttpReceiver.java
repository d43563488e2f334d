package dev.meetbot.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A web server that keeps what is posted to it and answers 200. */
final class HttpReceiver implements WebhookReceiver {
  private final WebhookTransport transport;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<WebhookRequest> arrived = new ConcurrentLinkedQueue<>();

  HttpReceiver(WebhookTransport transport) throws IOException {
    this.transport = transport;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(", ", e.getValue())));
    byte[] body = exchange.getRequestBody().readAllBytes();
    String host = headers.get("Host");
    URI url = URI.create("http://" + host + exchange.getRequestURI());
    arrived.add(new WebhookRequest(url, headers, body));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Override
  public WebhookTransport transport() {
    return transport;
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=1&b=%20");
  }

  @Override
  public Optional<WebhookRequest> next() {
    return Optional.ofNullable(arrived.poll());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
