package dev.meetbot.provider.playwright;

import dev.meetbot.tck.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** A Playwright server in a process of its own, as on another machine. */
final class BrowserServer implements AutoCloseable {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  final PlaywrightSettings here = PlaywrightSettings.find();
  private final Process process;
  private final int port = freePort();

  /**
   * Starts it and waits until it listens.
   *
   * @param folder empty, for the driver's files
   */
  BrowserServer(Path folder) throws IOException {
    new DriverFiles(PlaywrightDriver.class.getClassLoader()).unpackInto(folder);
    process =
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
    Await.until("the server listens", LONG_ENOUGH, this::listens);
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  PlaywrightDriver driver() {
    return new PlaywrightDriver(
        here.withEndpoint(URI.create("ws://127.0.0.1:" + port + "/"))
            .withChromium(here.chromium()));
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends its browsers; the server itself stays. */
  void endBrowsers() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    endBrowsers();
    process.destroyForcibly();
  }
}
