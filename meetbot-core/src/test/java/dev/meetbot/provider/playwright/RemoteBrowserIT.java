package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.BrowserDriverContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that a Playwright server in a process of its own starts, as on another machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteBrowserIT implements BrowserDriverContract {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  private final PlaywrightSettings here = PlaywrightSettings.find();
  private Process server;
  private int port;
  private PlaywrightDriver driver;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    new DriverFiles(PlaywrightDriver.class.getClassLoader()).unpackInto(folder);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server =
        new ProcessBuilder(
                Objects.requireNonNull(here.node()).toString(),
                folder.resolve("package").resolve("cli.js").toString(),
                "run-server",
                "--unsafe",
                "--host=127.0.0.1",
                "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Await.until("the server listens", LONG_ENOUGH, () -> listens(port));
    driver =
        new PlaywrightDriver(
            here.withEndpoint(URI.create("ws://127.0.0.1:" + port + "/"))
                .withChromium(here.chromium()));
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @AfterAll
  void stop() {
    driver.close();
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
  }

  @Override
  public BrowserDriver driver() {
    return driver;
  }

  @Test
  void anEndedServerFailsTheCallAndTheHealthSaysSo() throws Exception {
    try (BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      assertThat(session.processId()).isEmpty();
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> session.page().evaluate("() => new Promise(() => {})", "null", LONG))
          .isInstanceOf(BrowserGoneException.class);
    }
    assertThat(driver.health().ready()).isTrue();
    int nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = free.getLocalPort();
    }
    URI away = URI.create("ws://127.0.0.1:" + nowhere + "/?token=hidden");
    try (PlaywrightDriver other = new PlaywrightDriver(here.withEndpoint(away))) {
      assertThat(other.health().detail()).contains("" + nowhere).doesNotContain("hidden");
      assertThatThrownBy(() -> other.launch(BrowserOptions.DEFAULTS))
          .isInstanceOf(BrowserException.class);
    }
  }
}
