package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.plugin.PluginSettings;
import dev.meetbot.tck.BrowserDevicesContract;
import dev.meetbot.tck.BrowserDriverContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/** All that a browser driver must do, with a Chromium for each session. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class CdpDriverIT implements BrowserDriverContract, BrowserDevicesContract {
  private static final BrowserDriver DRIVER = new CdpPlugin().open(settings(executable()));

  static PluginSettings settings(Map<String, String> values) {
    return new PluginSettings("meetbot.browser.cdp.", Path.of("target"), values);
  }

  /** The variable of the bundled driver's setting, so that both are tested with the same one. */
  static Map<String, String> executable() {
    return Optional.ofNullable(System.getenv("MEETBOT_BROWSER_EXECUTABLE"))
        .map(path -> Map.of("executable", path))
        .orElse(Map.of());
  }

  @Override
  public BrowserDriver driver() {
    return DRIVER;
  }

  @AfterAll
  static void close() {
    DRIVER.close();
  }
}
