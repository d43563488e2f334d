package dev.meetbot.lab.others;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The demos of open-easyrtc, served by Node from its npm package. */
public final class EasyRtcServer implements AutoCloseable {
  private final OwnProcess process;
  private final int port;

  private EasyRtcServer(OwnProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it; blocks until it answers.
   *
   * @param script {@code server.cjs}, with its packages installed beside it
   */
  public static EasyRtcServer start(String node, Path script, Path log, int port) {
    return new EasyRtcServer(
        OwnProcess.start(
            List.of(node, script.toString(), "" + port), log, port, Duration.ofSeconds(20)),
        port);
  }

  /** The address of the multiparty demo. */
  public URI multiparty() {
    return URI.create("http://127.0.0.1:" + port + "/demos/demo_multiparty.html");
  }

  @Override
  public void close() {
    process.close();
  }
}
