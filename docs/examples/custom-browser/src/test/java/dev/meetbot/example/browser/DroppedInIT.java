package dev.meetbot.example.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserDriverPlugin;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.tck.PluginFolder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The jar that the build made, with nothing else but what a server has. */
final class DroppedInIT {
  @Test
  void theFolderHoldsAllThatThePluginNeeds() throws Exception {
    try (PluginFolder folder = PluginFolder.open(Path.of("target/plugin"))) {
      BrowserDriverPlugin plugin = folder.all(BrowserDriverPlugin.class).get(0);
      assertThat(plugin.id()).isEqualTo("cdp");
      assertThat(plugin.getClass()).isNotEqualTo(CdpPlugin.class);
      try (BrowserDriver driver = plugin.open(CdpDriverIT.settings(CdpDriverIT.executable()));
          BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
        assertThat(session.page().evaluate("x => x + 1", "41", Duration.ofSeconds(15)))
            .isEqualTo("42");
      }
    }
  }
}
