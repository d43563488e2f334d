package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.spi.webhook.WebhookTransportPlugin;
import dev.meetbot.war.settings.PlugPoint;
import dev.meetbot.war.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars with transports, as an operator drops them in. */
class ChosenPluginsIT {
  private static final String SOURCE =
      """
      import dev.meetbot.spi.plugin.PluginSettings;
      import dev.meetbot.spi.webhook.*;
      import java.time.Duration;

      public class %s implements WebhookTransportPlugin {
        public String id() { return "%s"; }
        public WebhookTransport open(PluginSettings settings) {
          String answer = settings.require("answer");
          return new WebhookTransport() {
            public DeliveryResult send(WebhookRequest request, Duration timeout) {
              return DeliveryResult.answered(200, null, answer);
            }
            public void close() {}
          };
        }
      }
      """;

  @TempDir Path dir;

  private Optional<WebhookTransport> open(String chosen, Map<String, String> values)
      throws IOException {
    try (Plugins plugins = Plugins.in(dir, getClass().getClassLoader())) {
      Map<PlugPoint, Map<String, String>> given = Map.of(PlugPoint.WEBHOOK, values);
      return new ChosenPlugins(plugins, Map.of(PlugPoint.WEBHOOK, chosen), given, dir)
          .open(PlugPoint.WEBHOOK, WebhookTransportPlugin.class);
    }
  }

  private void jar(String type, String id) throws IOException {
    PluginJar.write(dir, type, SOURCE.formatted(type, id), WebhookTransportPlugin.class, type);
  }

  @Test
  void theOneThatTheSettingsNameIsOpenedWithItsSettings() throws IOException {
    jar("Pigeons", "pigeons");
    jar("Bottles", "bottles");
    WebhookTransport transport = open("pigeons", Map.of("answer", "coo")).orElseThrow();
    WebhookRequest request =
        new WebhookRequest(URI.create("https://a.example"), Map.of(), new byte[0]);
    assertThat(transport.send(request, Duration.ofSeconds(1)).bodyHead()).isEqualTo("coo");
  }

  @Test
  void aBundledOneNeedsNoPlugin() throws IOException {
    jar("Pigeons", "pigeons");
    assertThat(open("http", Map.of())).isEmpty();
  }

  @Test
  void anIdThatNothingHasIsAnErrorThatListsWhatIsThere() throws IOException {
    jar("Pigeons", "pigeons");
    assertThatThrownBy(() -> open("doves", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("meetbot.webhook.provider")
        .hasMessageContaining("doves")
        .hasMessageContaining("http")
        .hasMessageContaining("pigeons")
        .hasMessageContaining("Pigeons.jar");
  }

  @Test
  void twoWithOneIdAreAnErrorThatNamesBoth() throws IOException {
    jar("Pigeons", "birds");
    jar("Doves", "birds");
    assertThatThrownBy(() -> open("http", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("birds")
        .hasMessageContaining("Pigeons")
        .hasMessageContaining("Doves");
  }

  @Test
  void oneWithABundledIdIsAnError() throws IOException {
    jar("Pigeons", "http");
    assertThatThrownBy(() -> open("http", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("bundled")
        .hasMessageContaining("Pigeons");
  }

  @Test
  void aMissingSettingOfAPluginIsToldByItsFullName() throws IOException {
    jar("Pigeons", "pigeons");
    assertThatThrownBy(() -> open("pigeons", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("meetbot.webhook.pigeons.answer");
  }
}
