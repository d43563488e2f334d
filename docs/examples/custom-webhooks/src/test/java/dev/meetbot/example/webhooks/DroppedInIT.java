package dev.meetbot.example.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.spi.webhook.WebhookTransportPlugin;
import dev.meetbot.tck.PluginFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jars that the build made, with nothing else but what a server has. */
final class DroppedInIT {
  @Test
  void theFolderHoldsAllThatThePluginNeeds() throws Exception {
    try (PluginFolder folder = PluginFolder.open(Path.of("target/plugin"));
        Broker broker = new Broker()) {
      WebhookTransportPlugin plugin = folder.all(WebhookTransportPlugin.class).get(0);
      assertThat(plugin.id()).isEqualTo("jms");
      assertThat(plugin.getClass()).isNotEqualTo(JmsPlugin.class);
      Map<String, String> settings =
          Map.of("url", broker.address(), "user", "meetbot", "password", "only for this test");
      try (WebhookTransport transport =
          plugin.open(new PluginSettings("meetbot.webhook.jms.", Path.of("target"), settings))) {
        WebhookRequest request = new WebhookRequest(broker.url(), Map.of(), new byte[] {1});
        assertThat(transport.send(request, Duration.ofSeconds(30)))
            .isEqualTo(DeliveryResult.answered(202, null, ""));
      }
    }
  }
}
