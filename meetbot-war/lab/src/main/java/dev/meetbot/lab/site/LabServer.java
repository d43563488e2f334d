package dev.meetbot.lab.site;

import dev.meetbot.lab.scenario.JsonText;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The lab's server: the platforms' pages, imitated, and the media of the people in their meetings.
 * A process of its own, written for Node.js.
 */
public final class LabServer implements AutoCloseable {
  private final Process process;
  private final JsonObject ready;

  private LabServer(Process process, JsonObject ready) {
    this.process = process;
    this.ready = ready;
  }

  /**
   * Starts it on free ports; blocks until it is ready, and before that while npm installs what it
   * needs.
   *
   * @param directory where {@code server.mjs} is
   * @param log where its complaints go
   * @throws IllegalStateException when it does not start
   */
  public static LabServer start(Path directory, Path log) {
    LabModules.ensure(directory);
    String node = System.getenv().getOrDefault("MEETBOT_BROWSER_NODE", "node");
    return start(List.of(node, "server.mjs", "--port", "0", "--control", "0"), directory, log);
  }

  static LabServer start(List<String> command, Path directory, Path log) {
    Process process = null;
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(log.toFile())
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) {
          drain(lines);
          return new LabServer(process, JsonText.object(line));
        }
      }
      throw new IllegalStateException("the lab's server did not start; see " + log);
    } catch (IOException e) {
      if (process != null) {
        process.destroyForcibly();
      }
      throw new UncheckedIOException("the lab's server does not start", e);
    }
  }

  /** Keeps its output from filling the pipe. */
  private static void drain(BufferedReader lines) {
    Thread drain = new Thread(() -> lines.lines().forEach(line -> {}), "lab-server-output");
    drain.setDaemon(true);
    drain.start();
  }

  /** Where scenarios are told to it. */
  public LabControl control() {
    return new LabControl(URI.create("http://127.0.0.1:" + ready.getInt("control")));
  }

  /** What leads a Chromium from every host to this server, and lets it trust it. */
  public List<String> browserArguments() {
    return List.of(
        "--host-resolver-rules=MAP * 127.0.0.1:"
            + ready.getInt("port")
            + ",EXCLUDE 127.0.0.1,EXCLUDE localhost",
        "--ignore-certificate-errors-spki-list=" + ready.getString("spki"));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it and what it started; a second call does nothing. */
  @Override
  public void close() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
