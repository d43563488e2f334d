package dev.meetbot.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.tck.HttpTransportContract;
import dev.meetbot.tck.RawServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpWebhookTransportIT implements HttpTransportContract {
  private final HttpWebhookTransport transport = new HttpWebhookTransport(AddressPolicy.any());

  @AfterEach
  void close() {
    transport.close();
  }

  @Override
  public WebhookTransport transport() {
    return transport;
  }

  @Test
  void aRefusedAddressIsNeverConnectedTo() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server = serverThat(requests, new AtomicReference<>());
    try (HttpWebhookTransport strict = new HttpWebhookTransport(AddressPolicy.publicOnly())) {
      for (String host : new String[] {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]"}) {
        DeliveryResult result = strict.send(request(host, server), PATIENT);
        assertThat(result.status()).isNull();
        assertThat(result.error()).contains("refused").contains("loopback");
      }
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aNameIsReachedAtTheAddressThatWasChecked() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server = serverThat(requests, new AtomicReference<>());
    AtomicInteger lookUps = new AtomicInteger();
    GuardedResolver resolver =
        new GuardedResolver(
            AddressPolicy.publicAnd(List.of("127.0.0.1")),
            name ->
                new InetAddress[] {
                  InetAddress.getByName(lookUps.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")
                });
    try (HttpWebhookTransport pinned =
        new HttpWebhookTransport(resolver, "test", SSLContext.getDefault(), Wire::directSocket)) {
      assertThat(pinned.send(request("hooks.example", server), PATIENT).status()).isEqualTo(200);
      assertThat(pinned.send(request("hooks.example", server), PATIENT).error())
          .contains("refused");
      assertThat(requests).hasValue(1);
      assertThat(lookUps).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aReceiverThatDripsIsCutAtTheTimeout() throws Exception {
    try (DrippingServer server = new DrippingServer("HTTP/1.1 200 OK\r\nX-Slow: ")) {
      long start = System.nanoTime();
      DeliveryResult result =
          transport.send(new WebhookRequest(server.url(), Map.of(), new byte[2]), SHORT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, BOUND);
      assertThat(result.status()).isNull();
      assertThat(result.error()).contains("no answer within 700 ms");
      server.awaitHangUp();
    }
  }

  @Test
  void anEndlessHeaderOrCompressedBombCostsNothing() throws Exception {
    try (RawServer server =
        new RawServer("HTTP/1.1 200 OK\r\n" + "X-Long: y\r\n".repeat(5000) + "\r\n", true)) {
      assertThat(
              transport
                  .send(new WebhookRequest(server.url(), Map.of(), new byte[2]), PATIENT)
                  .status())
          .isNull();
    }
    String bomb = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde";
    try (RawServer server = new RawServer(bomb, true)) {
      assertThat(transport.send(new WebhookRequest(server.url(), Map.of(), new byte[2]), PATIENT))
          .isEqualTo(DeliveryResult.answered(200, null, "abcde"));
    }
  }

  @Test
  void receiversSeeWhoCalls() throws Exception {
    AtomicReference<String> agent = new AtomicReference<>();
    HttpServer server = serverThat(new AtomicInteger(), agent);
    try {
      transport.send(request("127.0.0.1", server), PATIENT);
      assertThat(agent.get()).startsWith("meetbot/");
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer serverThat(AtomicInteger requests, AtomicReference<String> agent)
      throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static WebhookRequest request(String host, HttpServer server) {
    URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/hook");
    return new WebhookRequest(url, Map.of(), new byte[] {'{', '}'});
  }
}
