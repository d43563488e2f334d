package dev.meetbot.provider.jpa;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real PostgreSQL server of a test's own, started by {@code bin/postgres}. */
final class PostgreSql implements AutoCloseable {
  private static final Path SCRIPT = Path.of("..", "bin", "postgres");

  private final Path folder;
  private final int port;

  private PostgreSql(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static PostgreSql start() throws IOException, InterruptedException {
    // the server may run as another user, who has to get through to its folder
    Path folder = Files.createTempDirectory("meetbot-postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    PostgreSql server = new PostgreSql(folder, freePort());
    server.again();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it once more, on the same port and data. */
  void again() throws IOException, InterruptedException {
    run("start", Integer.toString(port));
  }

  /** Ends it as a lost machine would. */
  void kill() throws IOException, InterruptedException {
    run("kill");
  }

  DatabaseSettings settings() throws IOException {
    String password = Files.readString(folder.resolve("password")).strip();
    return new DatabaseSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "meetbot", password, 10);
  }

  /** What it has logged so far. */
  String log() throws IOException {
    return Files.readString(folder.resolve("data").resolve("server.log"));
  }

  private void run(String verb, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), verb, folder.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("bin/postgres " + verb + ": " + said);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run("stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
