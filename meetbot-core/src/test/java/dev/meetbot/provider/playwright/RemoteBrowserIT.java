package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that a Playwright server in a process of its own starts, as on another machine. */
class RemoteBrowserIT {
  private static final Duration LONG = Duration.ofSeconds(20);

  private BrowserServer server;
  private PlaywrightDriver driver;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    server = new BrowserServer(folder);
    driver = server.driver();
  }

  @AfterEach
  void stop() {
    driver.close();
    server.close();
  }

  @Test
  void severalSessionsAreUsedLikeThoseOfABrowserHere() {
    assertThat(driver.health().ready()).isTrue();
    try (BrowserSession one = driver.launch(BrowserOptions.DEFAULTS);
        BrowserSession other = driver.launch(BrowserOptions.DEFAULTS)) {
      assertThat(one.page().evaluate("a => a.b * 2", "{\"b\": 21}", LONG)).isEqualTo("42");
      assertThat(other.page().evaluate("() => window.x = 1", "null", LONG)).isEqualTo("1");
      assertThat(one.page().evaluate("() => typeof window.x", "null", LONG))
          .isEqualTo("\"undefined\"");
    }
    try (BrowserSession again = driver.launch(BrowserOptions.DEFAULTS)) {
      assertThat(again.page().evaluate("() => 1", "null", LONG)).isEqualTo("1");
    }
  }

  @Test
  void anEndedServerFailsTheCallAndTheHealthSaysSo() throws Exception {
    try (BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      assertThat(session.processId()).isEmpty();
      server.endBrowsers();
      assertThatThrownBy(() -> session.page().evaluate("() => new Promise(() => {})", "null", LONG))
          .isInstanceOf(BrowserGoneException.class);
    }
    assertThat(driver.health().ready()).isTrue();
    int nowhere = BrowserServer.freePort();
    URI away = URI.create("ws://127.0.0.1:" + nowhere + "/?token=hidden");
    try (PlaywrightDriver other = new PlaywrightDriver(server.here.withEndpoint(away))) {
      assertThat(other.health().detail()).contains("" + nowhere).doesNotContain("hidden");
      assertThatThrownBy(() -> other.launch(BrowserOptions.DEFAULTS))
          .isInstanceOf(BrowserException.class);
    }
  }
}
