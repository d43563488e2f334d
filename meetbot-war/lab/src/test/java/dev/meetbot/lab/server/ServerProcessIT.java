package dev.meetbot.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class ServerProcessIT {
  @TempDir Path dir;

  @Test
  void aServerIsReadyShowsItsKeyOnceAndIsMeasuredWithItsChildren() throws Exception {
    Path log = dir.resolve("server.log");
    ServerProcess server = start(log);
    List<ProcessHandle> family;
    try (server) {
      server.awaitReady(Duration.ofSeconds(30));
      assertThat(server.apiKey()).contains("mb_live_0123456789abcdef");
      assertThat(server.webhookSecret()).contains("whsec_AAECAwQ=");
      assertThat(Files.readString(log)).doesNotContain("0123456789abcdef", "AAECAwQ");

      family = server.tree().members();
      assertThat(server.tree().descendants("busy-child")).hasSize(1);
      double before = server.tree().cpuSeconds();
      assertThat(server.tree().root().onExit().completeOnTimeout(null, 2, TimeUnit.SECONDS).join())
          .isNull();
      // the child burns one core for two seconds; the machine may be busy with other work
      assertThat(server.tree().cpuSeconds() - before).isBetween(0.4, 3.5);
    }
    for (ProcessHandle member : family) {
      member.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void aKilledServerIsGoneAndItsChildIsNot() throws Exception {
    ServerProcess server = start(dir.resolve("server.log"));
    server.awaitReady(Duration.ofSeconds(30));
    List<ProcessHandle> children = server.tree().root().descendants().toList();

    server.kill();

    assertThat(server.isAlive()).isFalse();
    assertThat(children).isNotEmpty().allMatch(ProcessHandle::isAlive);
    children.forEach(ProcessHandle::destroyForcibly);
    server.close();
  }

  @Test
  void aServerThatEndsAtOnceIsReported() {
    try (ServerProcess server =
        ServerProcess.start(List.of("sh", "-c", "exit 3"), 1, dir.resolve("server.log"))) {
      assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(10)))
          .hasMessageContaining("ended with 3");
    }
  }

  private static ServerProcess start(Path log) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return ServerProcess.start(
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            StandInServer.class.getName(),
            "" + port),
        port,
        log);
  }
}
