package dev.meetbot.lab.chaos;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.receiver.WebhookReceiver;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * What there is: a database, servers that share it and a disk, a meeting on a server of its own
 * with one guest who speaks without a break, and a client's webhook receiver. Only meeting and
 * guest never break.
 */
final class World implements AutoCloseable {
  static final Voice VOICE = new Voice("Ada", 440, 0);
  private static final double FOR_HOURS_MS = 36e5;
  private static final String BOTS_PER_NODE = "2";

  final Postgres database;
  final Wire wire;
  final Disk disk;
  final WebhookReceiver receiver;
  final List<Node> nodes = new ArrayList<>();
  final URI room;
  final String key;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  World(ChaosOptions options, boolean namespace) {
    try {
      wire = Wire.of(options.nodes(), namespace);
      disk = opened(Disk.at(options.out().resolve("disk"), namespace));
      database = opened(Postgres.start(freePort(), namespace ? wire.addresses() : List.of()));
      receiver = opened(WebhookReceiver.start());
      int roomPort = freePort();
      ServerProcess meeting = opened(meeting(options, roomPort));
      room = meeting.base().resolve("/room/chaos");
      String master = masterKey();
      for (int i = 0; i < options.nodes(); i++) {
        Node node =
            Node.start(
                options.war(),
                options.out().resolve("node-" + (i + 1)),
                freePort(),
                settings(wire.addresses().get(i), master, roomPort));
        nodes.add(opened(node));
        node.awaitReady();
      }
      key = nodes.get(0).apiKey().orElseThrow(() -> new IllegalStateException("no API key"));
      meeting.awaitReady(Duration.ofSeconds(60));
      Guest guest = opened(Guest.open(VOICE, URI.create(room + "?lobby=off")));
      guest.join();
      guest.awaitInCall(Duration.ofSeconds(40));
      double now = System.currentTimeMillis();
      guest.speak(List.of(new Span(now, now + FOR_HOURS_MS)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private static ServerProcess meeting(ChaosOptions options, int port) {
    return ServerProcess.startJar(
        options.war(),
        options.out().resolve("meeting"),
        port,
        List.of("-Dmeetbot.max-bots=0"),
        options.out().resolve("meeting.log"));
  }

  private List<String> settings(String address, String master, int roomPort) {
    return List.of(
        "-Dmeetbot.storage.provider=postgresql",
        "-Dmeetbot.storage.url=" + database.url(address),
        "-Dmeetbot.storage.user=meetbot",
        "-Dmeetbot.storage.password=" + database.password(),
        "-Dmeetbot.master-key=" + master,
        "-Dmeetbot.artifacts.path=" + disk.path(),
        "-Dmeetbot.room.hosts=127.0.0.1:" + roomPort,
        "-Dmeetbot.max-bots=" + BOTS_PER_NODE,
        "-Dmeetbot.webhook.allow-private-targets=true",
        "-Dmeetbot.webhook.retry-delays=1s,2s,4s,8s,8s,8s,8s,8s");
  }

  private static String masterKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }

  /** A client of each server. */
  List<JobsClient> clients() {
    return nodes.stream().map(node -> node.client(key)).toList();
  }

  /** Ends everything but the disk, whose files are still to be read, in order. */
  void closeServers() {
    nodes.parallelStream().forEach(Node::close);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.getLogger(World.class.getName())
            .log(System.Logger.Level.WARNING, "could not be closed", e);
      }
    }
  }
}
