package dev.meetbot.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real server on a free port that answers what it was given, in turn, and notes what came. */
public final class FakeApi implements AutoCloseable {
  /** What came. */
  public record Seen(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse(null);
    }
  }

  /** What is answered. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /** What is answered when nothing else was given. */
  interface Otherwise {
    void to(HttpExchange exchange, String body) throws IOException;
  }

  private final HttpServer server;
  private final Otherwise otherwise;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  public FakeApi() {
    this(
        (exchange, body) ->
            send(
                exchange,
                418,
                Map.of(),
                "nothing left to answer".getBytes(StandardCharsets.UTF_8)));
  }

  FakeApi(Otherwise otherwise) {
    this.otherwise = otherwise;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  public List<Seen> seen() {
    return seen;
  }

  public Seen only() {
    if (seen.size() != 1) {
      throw new AssertionError(seen.size() + " requests came");
    }
    return seen.get(0);
  }

  public boolean isUsedUp() {
    return answers.isEmpty();
  }

  public FakeApi then(Answer answer) {
    answers.add(answer);
    return this;
  }

  public FakeApi then(int status, Map<String, String> headers, String body) {
    return then(exchange -> send(exchange, status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  public FakeApi then(int status, String body) {
    return then(status, Map.of(), body);
  }

  /** Takes the request and closes the connection. */
  public FakeApi thenCloses() {
    return then(exchange -> {});
  }

  /** Takes the request and keeps silent until this server is closed. */
  public FakeApi thenKeepsSilent() {
    return then(exchange -> awaitClosing());
  }

  public void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestURI().getRawQuery(),
              Map.copyOf(exchange.getRequestHeaders()),
              body));
      Answer answer = answers.poll();
      if (answer == null) {
        otherwise.to(exchange, body);
      } else {
        answer.to(exchange);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
