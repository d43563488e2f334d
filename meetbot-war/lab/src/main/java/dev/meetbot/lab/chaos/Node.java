package dev.meetbot.lab.chaos;

import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of the servers that share the database; it can be killed and started again. */
final class Node implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(120);

  private final Path war;
  private final Path folder;
  private final int port;
  private final List<String> options;
  private int starts;
  private volatile ServerProcess process;

  private Node(Path war, Path folder, int port, List<String> options) {
    this.war = war;
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.process = launch();
  }

  static Node start(Path war, Path folder, int port, List<String> options) {
    return new Node(war, folder, port, options);
  }

  private ServerProcess launch() {
    starts++;
    return ServerProcess.startJar(
        war, folder.resolve("data"), port, options, folder.resolve("server-" + starts + ".log"));
  }

  void awaitReady() {
    process.awaitReady(START);
  }

  void kill() {
    process.kill();
  }

  void again() {
    process = launch();
  }

  Optional<String> apiKey() {
    return process.apiKey();
  }

  JobsClient client(String key) {
    return new JobsClient(process.base(), key);
  }

  /** The main processes of the bots' browsers. */
  List<ProcessHandle> browsers() {
    return process.tree().descendants("--meetbot-session=").stream()
        .filter(p -> !dev.meetbot.lab.server.ProcessTree.commandLine(p.pid()).contains("--type="))
        .toList();
  }

  /** The Playwright drivers whose browsers are running. */
  List<ProcessHandle> drivers() {
    return browsers().stream().flatMap(browser -> browser.parent().stream()).distinct().toList();
  }

  @Override
  public void close() {
    process.close();
  }
}
