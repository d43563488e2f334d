package dev.meetbot.example.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.plugin.PluginSettingException;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.tck.RawServer;
import dev.meetbot.tck.WebhookReceiver;
import dev.meetbot.tck.WebhookTransportContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every transport must do, with a real broker; then what this one's settings do. */
final class JmsTransportIT implements WebhookTransportContract {
  static WebhookTransport open(Map<String, String> settings) {
    return new JmsPlugin()
        .open(new PluginSettings("meetbot.webhook.jms.", Path.of("target"), settings));
  }

  @Override
  public WebhookReceiver answering() throws Exception {
    return new Broker();
  }

  @Override
  public WebhookReceiver missing() throws Exception {
    String stopped;
    try (Broker broker = new Broker()) {
      stopped = broker.address();
    }
    return new NoBroker(open(Map.of("url", stopped)), () -> {});
  }

  @Override
  public WebhookReceiver silent() throws IOException {
    RawServer server = new RawServer("", false);
    return new NoBroker(open(Map.of("url", "tcp://127.0.0.1:" + server.url().getPort())), server);
  }

  @Test
  void aBrokerThatWantsAnotherPasswordIsAResultThatDoesNotTellIt() throws Exception {
    try (Broker broker = new Broker();
        WebhookTransport stranger =
            open(Map.of("url", broker.address(), "user", "meetbot", "password", "guessed"))) {
      WebhookRequest request = new WebhookRequest(broker.url(), Map.of(), new byte[0]);
      DeliveryResult result = stranger.send(request, PATIENT);
      assertThat(result.status()).isNull();
      assertThat(result.error()).contains("the broker did not take it").doesNotContain("guessed");
    }
  }

  @Test
  void aMissingOrSenselessAddressIsNamed() {
    assertThatExceptionOfType(PluginSettingException.class)
        .isThrownBy(() -> open(Map.of()))
        .withMessageContaining("meetbot.webhook.jms.url");
    assertThatExceptionOfType(PluginSettingException.class)
        .isThrownBy(() -> open(Map.of("url", "not an address")))
        .withMessageContaining("meetbot.webhook.jms.url")
        .withMessageNotContaining("not an address");
  }

  /** Where no broker answers. */
  private record NoBroker(WebhookTransport transport, AutoCloseable end)
      implements WebhookReceiver {
    @Override
    public URI url() {
      return URI.create("https://customer.example/hook");
    }

    @Override
    public void close() {
      transport.close();
      try {
        end.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
