package dev.meetbot.sdk.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small server on this machine's own address that takes webhooks. Each is verified before anybody
 * sees it; what is not meetbot's is answered with 401.
 */
final class Receiver implements AutoCloseable {
  private static final int LARGEST_BODY = 1 << 20;

  /** Takes a request whose body came whole, and says with what status it is answered. */
  interface Handler {
    int take(byte[] body, HttpExchange exchange);

    /** The sender has its answer. */
    void answered();
  }

  private final HttpServer server;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "webhooks");
            made.setDaemon(true);
            return made;
          });
  private final Handler handler;

  /** Listens at once; 0 is any free port. */
  Receiver(int port, Handler handler) throws IOException {
    this.handler = handler;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::handle);
    server.setExecutor(thread);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
    handler.answered();
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      exchange.sendResponseHeaders(405, -1);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    int status = body.length > LARGEST_BODY ? 413 : handler.take(body, exchange);
    exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
