package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * For a browser driver that can give pages a camera and a microphone, which are dark and silent.
 */
public interface BrowserDevicesContract {
  /** The driver under test, the same for all tests of a class or a new one. */
  BrowserDriver driver();

  @Test
  default void pages_find_devices_only_where_they_were_asked_for() {
    try (PageServer server = new PageServer("<!doctype html><title>Devices</title>");
        BrowserSession with = driver().launch(BrowserOptions.DEFAULTS.withDevices(true));
        BrowserSession without = driver().launch(BrowserOptions.DEFAULTS)) {
      assertThat(devices(server, with)).isEqualTo("2");
      assertThat(devices(server, without)).startsWith("\"Not");
    }
  }

  private static String devices(PageServer server, BrowserSession session) {
    Duration limit = Duration.ofSeconds(15);
    session.page().open(server.url(), limit);
    return session
        .page()
        .evaluate(
            "async () => { try { const s = await navigator.mediaDevices.getUserMedia({audio: true,"
                + " video: true}); return s.getTracks().length; } catch (e) { return e.name; } }",
            "null",
            limit);
  }
}
