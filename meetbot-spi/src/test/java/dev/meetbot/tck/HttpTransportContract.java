package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a {@link WebhookTransport} must do that sends by HTTP, shown against servers on loopback.
 */
public interface HttpTransportContract extends WebhookTransportContract {
  /** The transport of this test; it may reach loopback. */
  WebhookTransport transport();

  @Override
  default WebhookReceiver answering() throws IOException {
    return new HttpReceiver(transport());
  }

  @Override
  default WebhookReceiver missing() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return receiver(URI.create("http://127.0.0.1:" + free.getLocalPort() + "/hook"), () -> {});
    }
  }

  @Override
  default WebhookReceiver silent() throws IOException {
    RawServer server = new RawServer("", false);
    return receiver(server.url(), server::close);
  }

  private WebhookReceiver receiver(URI url, Closeable end) {
    return new WebhookReceiver() {
      @Override
      public WebhookTransport transport() {
        return HttpTransportContract.this.transport();
      }

      @Override
      public URI url() {
        return url;
      }

      @Override
      public void close() {
        try {
          end.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  default void theRequestArrivesAsItWasSigned() throws IOException {
    byte[] body = "{\"text\":\"grüß dich ☕\"}".getBytes(StandardCharsets.UTF_8);
    AtomicReference<String> seen = new AtomicReference<>();
    AtomicReference<byte[]> received = new AtomicReference<>();
    try (Server server =
        new Server(
            exchange -> {
              seen.set(
                  String.join(
                      " ",
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().toString(),
                      exchange.getRequestHeaders().getFirst("Content-Type"),
                      exchange.getRequestHeaders().getFirst("X-Meetbot-Signature")));
              received.set(exchange.getRequestBody().readAllBytes());
              exchange.sendResponseHeaders(200, 2);
              exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
              exchange.close();
            })) {
      DeliveryResult result =
          transport()
              .send(
                  new WebhookRequest(
                      server.url("/hook?a=1&b=%20"),
                      Map.of(
                          "Content-Type", "application/json", "X-Meetbot-Signature", "sha256=ab"),
                      body),
                  PATIENT);
      assertThat(result).isEqualTo(DeliveryResult.answered(200, null, "ok"));
      assertThat(seen.get()).isEqualTo("POST /hook?a=1&b=%20 application/json sha256=ab");
      assertThat(received.get()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 302, 307, 400, 401, 403, 404, 407, 410, 429, 500, 502, 503})
  default void everyStatusIsAResult(int status) throws IOException {
    try (Server server =
        new Server(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(status, -1);
              exchange.close();
            })) {
      assertThat(send(server.url("/hook"), PATIENT))
          .isEqualTo(DeliveryResult.answered(status, null, ""));
    }
  }

  @Test
  default void theTimeToRetryAfterIsHandedOnAsSent() throws IOException {
    try (Server server =
        new Server(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.getResponseHeaders().set("Retry-After", "Fri, 31 Dec 2027 23:59:59 GMT");
              exchange.sendResponseHeaders(503, -1);
              exchange.close();
            })) {
      assertThat(send(server.url("/hook"), PATIENT).retryAfter())
          .isEqualTo("Fri, 31 Dec 2027 23:59:59 GMT");
    }
  }

  @Test
  default void aRedirectIsAnAnswerAndIsNotFollowed() throws IOException {
    AtomicInteger followed = new AtomicInteger();
    try (Server server =
        new Server(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              if (exchange.getRequestURI().getPath().equals("/hook")) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
              } else {
                followed.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
              }
              exchange.close();
            })) {
      assertThat(send(server.url("/hook"), PATIENT).status()).isEqualTo(307);
      assertThat(followed).hasValue(0);
    }
  }

  @Test
  default void onlyTheHeadOfALongAnswerIsKept() throws IOException {
    try (Server server =
        new Server(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(200, 0);
              byte[] piece = "0123456789abcdef".repeat(64).getBytes(StandardCharsets.UTF_8);
              for (int i = 0; i < 4096; i++) {
                exchange.getResponseBody().write(piece);
              }
              exchange.close();
            })) {
      DeliveryResult result = send(server.url("/hook"), PATIENT);
      assertThat(result.status()).isEqualTo(200);
      assertThat(result.bodyHead()).isEqualTo("0123456789abcdef".repeat(256));
    }
  }

  @Test
  default void anAnswerThatNeverEndsCountsWithWhatCame() throws IOException {
    try (RawServer server =
        new RawServer("HTTP/1.1 202 Accepted\r\nContent-Length: 1000\r\n\r\nso far", false)) {
      long start = System.nanoTime();
      DeliveryResult result = send(server.url(), SHORT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
      assertThat(result).isEqualTo(DeliveryResult.answered(202, null, "so far"));
    }
  }

  @Test
  default void anUnknownHostIsAResult() {
    DeliveryResult result = send(URI.create("http://no-such-host.invalid/hook"), PATIENT);
    assertUnreachable(result);
    assertThat(result.error()).contains("no-such-host.invalid");
  }

  @Test
  default void aUrlThatIsNotHttpIsAResult() {
    assertUnreachable(send(URI.create("ftp://127.0.0.1/hook"), PATIENT));
    assertUnreachable(send(URI.create("mailto:someone@a.example"), PATIENT));
  }

  @Test
  default void anAnswerThatIsNotHttpIsAResult() throws IOException {
    try (RawServer server = new RawServer("SSH-2.0-OpenSSH_9.2\r\nno hook here\r\n\r\n", true)) {
      assertUnreachable(send(server.url(), PATIENT));
    }
  }

  @Test
  default void aConnectionThatIsHungUpIsAResult() throws IOException {
    try (RawServer server = new RawServer("", true)) {
      assertUnreachable(send(server.url(), PATIENT));
    }
  }

  private DeliveryResult send(URI url, Duration timeout) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    return transport().send(new WebhookRequest(url, Map.of(), body), timeout);
  }

  private static void assertUnreachable(DeliveryResult result) {
    assertThat(result.status()).isNull();
    assertThat(result.bodyHead()).isNull();
    assertThat(result.error()).isNotBlank();
  }

  /** A web server with one answer for everything. */
  final class Server implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Server(HttpHandler handler) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext("/", handler);
      server.start();
    }

    URI url(String path) {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
