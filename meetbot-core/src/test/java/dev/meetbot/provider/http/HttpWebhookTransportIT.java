package dev.meetbot.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.tck.WebhookTransportContract;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpWebhookTransportIT implements WebhookTransportContract {
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
