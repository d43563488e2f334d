package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.tck.BrowserDriverContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole contract by way of a server: long, since other tests hold the same driver to it. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteBrowserContractIT implements BrowserDriverContract {
  private BrowserServer server;
  private PlaywrightDriver driver;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    server = new BrowserServer(folder);
    driver = server.driver();
  }

  @AfterAll
  void stop() {
    driver.close();
    server.close();
  }

  @Override
  public BrowserDriver driver() {
    return driver;
  }
}
