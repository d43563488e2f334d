package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Chromium that somebody else started, as an operator starts one on another machine. */
final class RunningChromium implements AutoCloseable {
  private final ChromiumProcess process;

  RunningChromium() {
    Path executable = CdpSettings.of(CdpDriverIT.settings(CdpDriverIT.executable())).executable();
    process =
        ChromiumProcess.start(
            java.util.Objects.requireNonNull(executable),
            List.of(),
            BrowserOptions.DEFAULTS.withDevices(true));
  }

  /** Where its port is. */
  URI address() {
    URI socket = process.address(Deadline.of("start", Duration.ofSeconds(30)));
    return URI.create("http://127.0.0.1:" + socket.getPort());
  }

  @Override
  public void close() {
    process.kill();
  }
}
