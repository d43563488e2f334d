package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.tck.BrowserDriverContract;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/** The same with one Chromium that runs already, which all sessions share. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class CdpEndpointIT implements BrowserDriverContract {
  private static final RunningChromium CHROMIUM = new RunningChromium();
  private static final BrowserDriver DRIVER =
      new CdpPlugin().open(CdpDriverIT.settings(Map.of("endpoint", CHROMIUM.address().toString())));

  @Override
  public BrowserDriver driver() {
    return DRIVER;
  }

  @AfterAll
  static void close() {
    DRIVER.close();
    CHROMIUM.close();
  }
}
