package dev.meetbot.lab.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A client's webhook endpoint: a real HTTP server on a loopback port that keeps every request. It
 * can be down (the port is closed), answer with any status, or answer slowly. All methods may be
 * called from any thread.
 */
public final class WebhookReceiver implements AutoCloseable {
  private final List<ReceivedWebhook> received = new ArrayList<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(WebhookReceiver::daemon);
  private final int port;
  private HttpServer server;
  private boolean up;
  private int status = 200;
  private Duration delay = Duration.ZERO;

  private WebhookReceiver() throws IOException {
    server = listen(0);
    port = server.getAddress().getPort();
    up = true;
  }

  /** Opens a free port on the loopback address. */
  public static WebhookReceiver start() {
    try {
      return new WebhookReceiver();
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the webhook receiver", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "webhook-receiver");
    thread.setDaemon(true);
    return thread;
  }

  private HttpServer listen(int wanted) throws IOException {
    HttpServer fresh =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 64);
    fresh.setExecutor(workers);
    fresh.createContext("/", this::take);
    fresh.start();
    return fresh;
  }

  /** The address of an endpoint here; it stays the same when the receiver was down in between. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] raw = exchange.getRequestBody().readAllBytes();
      Map<String, List<String>> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
      int answer;
      synchronized (this) {
        long end = System.nanoTime() + delay.toNanos();
        while (System.nanoTime() < end) {
          wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        answer = status;
        received.add(
            new ReceivedWebhook(
                Instant.now(),
                exchange.getRequestURI().getPath(),
                Map.copyOf(headers),
                raw,
                answer));
        notifyAll();
      }
      exchange.sendResponseHeaders(answer, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on every request gets this status. */
  public synchronized void answer(int newStatus) {
    status = newStatus;
  }

  /** From now on every answer comes this much later. */
  public synchronized void answerAfter(Duration newDelay) {
    delay = newDelay;
    notifyAll();
  }

  /** Closes the port: senders are refused the connection. A second call does nothing. */
  public synchronized void goDown() {
    if (up) {
      server.stop(0);
      up = false;
    }
  }

  /** Opens the same port again. A second call does nothing. */
  public synchronized void comeUp() {
    if (!up) {
      try {
        server = listen(port);
        up = true;
      } catch (IOException e) {
        throw new UncheckedIOException("the receiver's port is taken", e);
      }
    }
  }

  /** Everything so far, in order of arrival. */
  public synchronized List<ReceivedWebhook> received() {
    return List.copyOf(received);
  }

  /** What was accepted (answered 2xx) for one job, in order of arrival. */
  public List<ReceivedWebhook> accepted(String jobId) {
    return received().stream()
        .filter(ReceivedWebhook::accepted)
        .filter(w -> jobId.equals(w.data().getString("jobId", "")))
        .toList();
  }

  /**
   * Waits until what was received meets a condition.
   *
   * @throws IllegalStateException after the patience
   */
  public synchronized List<ReceivedWebhook> await(
      Predicate<List<ReceivedWebhook>> condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.test(List.copyOf(received))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException(
            "no such webhooks within " + patience + "; received " + received.size());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return List.copyOf(received);
  }

  @Override
  public synchronized void close() {
    goDown();
    workers.shutdownNow();
  }
}
