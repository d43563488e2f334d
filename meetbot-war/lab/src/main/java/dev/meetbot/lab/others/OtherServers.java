package dev.meetbot.lab.others;

import dev.meetbot.lab.site.LabModules;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers that others wrote, each started when a meeting on it is first asked for; where they
 * will be is known before. Thread-safe.
 */
public final class OtherServers implements AutoCloseable {
  private final Path folder;
  private final Path easyRtcScript;
  private final int janusPages = freePort();
  private final int janusApi = freePort();
  private final int easyRtcPort = freePort();
  private @Nullable JanusServer janus;
  private @Nullable EasyRtcServer easyRtc;

  /**
   * Starts nothing yet.
   *
   * @param folder for logs and settings
   * @param easyRtcScript {@code server.cjs}, whose packages are installed beside it when needed
   */
  public OtherServers(Path folder, Path easyRtcScript) {
    this.folder = folder;
    this.easyRtcScript = easyRtcScript;
  }

  /** What tells the example plugin's platforms where their pages are. */
  public List<String> jvmOptions() {
    return List.of(
        "-Dexample.janus.hosts=127.0.0.1:" + janusPages,
        "-Dexample.easyrtc.hosts=127.0.0.1:" + easyRtcPort,
        "-Dmeetbot.http.meeting-hosts=127.0.0.1:" + janusPages + ",127.0.0.1:" + easyRtcPort);
  }

  /**
   * A meeting.
   *
   * @param platform as the example plugin calls it
   */
  public synchronized OtherMeeting meeting(String platform, int room) {
    return switch (platform) {
      case "janus-videoroom" -> new JanusVideoMeeting(janus(), room);
      case "janus-textroom" -> new JanusTextMeeting(janus(), room);
      case "easyrtc-multiparty" -> new EasyRtcMeeting(easyRtc());
      default -> throw new IllegalArgumentException("no server has " + platform);
    };
  }

  private JanusServer janus() {
    JanusServer running = janus;
    if (running == null) {
      running = JanusServer.start(folder.resolve("janus"), janusPages, janusApi);
      janus = running;
    }
    return running;
  }

  private EasyRtcServer easyRtc() {
    EasyRtcServer running = easyRtc;
    if (running == null) {
      LabModules.ensure(easyRtcScript.getParent());
      String node = System.getenv().getOrDefault("MEETBOT_BROWSER_NODE", "node");
      running =
          EasyRtcServer.start(node, easyRtcScript, folder.resolve("easyrtc.log"), easyRtcPort);
      easyRtc = running;
    }
    return running;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (janus != null) {
      janus.close();
    }
    if (easyRtc != null) {
      easyRtc.close();
    }
  }
}
