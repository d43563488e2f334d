package dev.meetbot.lab.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of our own, by {@code bin/postgres}. */
final class Postgres implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final List<String> addresses;

  private Postgres(Path folder, int port, List<String> addresses) {
    this.folder = folder;
    this.port = port;
    this.addresses = addresses;
  }

  /**
   * Starts one with an empty database.
   *
   * @param addresses that it listens on besides 127.0.0.1
   */
  static Postgres start(int port, List<String> addresses) {
    try {
      // the server may run as another user, who has to get through to its folder
      Path folder = Files.createTempDirectory("meetbot-chaos-db");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Postgres server = new Postgres(folder, port, addresses);
      server.again();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again on the same data. */
  void again() {
    List<String> words = new ArrayList<>(List.of("start", folder.toString(), "" + port));
    words.addAll(addresses);
    Shell.run("bin/postgres", words.toArray(String[]::new));
  }

  /** Ends all of it at once. */
  void kill() {
    Shell.run("bin/postgres", "kill", folder.toString());
  }

  String url(String address) {
    return "jdbc:postgresql://" + address + ":" + port + "/postgres";
  }

  String password() {
    try {
      return Files.readString(folder.resolve("password"), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Shell.run("bin/postgres", "stop", folder.toString());
    Shell.run("rm", "-rf", folder.toString());
  }
}
