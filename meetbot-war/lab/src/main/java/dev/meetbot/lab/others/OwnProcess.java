package dev.meetbot.lab.others;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server process of ours that listens on a port of the loopback address. */
final class OwnProcess implements AutoCloseable {
  private final Process process;

  private OwnProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts it and waits until the port answers.
   *
   * @throws IllegalStateException when it ends or does not answer in time; its output is in the log
   */
  static OwnProcess start(List<String> command, Path log, int port, Duration patience) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      OwnProcess started =
          new OwnProcess(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(log.toFile())
                  .start());
      started.awaitPort(port, System.nanoTime() + patience.toNanos(), log);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(command.get(0) + " does not start", e);
    }
  }

  private void awaitPort(int port, long endNanos, Path log) {
    while (!answers(port)) {
      if (!process.isAlive() || System.nanoTime() > endNanos) {
        close();
        throw new IllegalStateException("nothing listens on port " + port + "; see " + log);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it; by force after five seconds. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
