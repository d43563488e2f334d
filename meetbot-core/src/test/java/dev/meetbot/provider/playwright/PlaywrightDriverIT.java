package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.tck.BrowserDriverContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaywrightDriverIT implements BrowserDriverContract {
  private final PlaywrightDriver driver = new PlaywrightDriver(PlaywrightSettings.find());

  @Override
  public BrowserDriver driver() {
    return driver;
  }

  @AfterAll
  void close() {
    driver.close();
  }
}
