package dev.meetbot.lab.clients;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The server as {@code bin/serve} starts it, with nothing in it yet, and hosts of its rooms. */
final class ServedScene implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(120);
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  /** The name that the examples give their bots. */
  static final String BOT = "Acme Notetaker";

  private static final Voice ADA = new Voice("Ada", 440, 20);

  final ServerProcess server;
  final JobsClient jobs;

  private ServedScene(ServerProcess server) {
    this.server = server;
    this.jobs = new JobsClient(server.base(), server.apiKey().orElseThrow());
  }

  static ServedScene open(Path dir) {
    int port = freePort();
    ServerProcess server =
        ServerProcess.start(
            List.of(
                "env",
                "MEETBOT_WEBHOOK_ALLOW_PRIVATE_TARGETS=true",
                ROOT.resolve("bin/serve").toString(),
                "--data",
                dir.resolve("data").toString(),
                "--port",
                "" + port),
            port,
            dir.resolve("server.log"));
    try {
      server.awaitReady(Duration.ofMinutes(3));
      // printed before it is ready, but read by a thread of its own; the secret comes last
      until(
          "the keys are printed",
          () -> server.apiKey().isPresent() && server.webhookSecret().isPresent());
      return new ServedScene(server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String key() {
    return server.apiKey().orElseThrow();
  }

  URI room(String name) {
    return server.base().resolve("/room/" + name);
  }

  /** What a client is told from outside; nothing else is set. */
  Map<String, String> environment(String room) {
    return Map.of(
        "MEETBOT_API_BASE_URL", server.base().toString(),
        "MEETBOT_API_KEY", key(),
        "MEETBOT_WEBHOOK_SECRET", server.webhookSecret().orElseThrow(),
        "MEETBOT_TEST_MEETING_URL", room(room).toString());
  }

  /** The host of a room, in it. */
  Guest host(String room) {
    Guest host = Guest.open(ADA, room(room));
    host.join();
    host.awaitInCall(PATIENCE);
    return host;
  }

  /** Lets the bot in, speaks for three seconds, and ends the meeting. */
  void hold(Guest host) {
    admit(host);
    talk(host);
    host.endForAll();
  }

  void admit(Guest host) {
    host.awaitWaiting(BOT, PATIENCE);
    host.admit(BOT);
    host.await("the bot in the call", room -> room.participant(BOT).isPresent(), PATIENCE);
  }

  void talk(Guest host) {
    double start = System.currentTimeMillis() + 500.0;
    double end = start + 3000;
    host.speak(List.of(new Span(start, end)));
    host.await("the end of the talk", room -> System.currentTimeMillis() > end + 500, PATIENCE);
  }

  /** Waits until the condition holds; fails when the patience is over. */
  static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen that " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
