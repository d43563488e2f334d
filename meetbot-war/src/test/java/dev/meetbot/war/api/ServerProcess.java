package dev.meetbot.war.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code java -jar meetbot.war} as a process of its own, on a free port. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("meetbot is ready on (http://\\S+)");
  private static final long START_MINUTES = 4;

  private final Process process;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it and returns when it answers.
   *
   * @param properties settings as system properties, {@code name=value}
   */
  static ServerProcess start(Path war, Path data, String... properties) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : properties) {
      command.add("-D" + property);
    }
    command.addAll(List.of("-jar", war.toString(), "--data", data.toString(), "--port", "0"));
    ServerProcess server =
        new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    try {
      server.ready.get(START_MINUTES, TimeUnit.MINUTES);
      return server;
    } catch (Exception e) {
      server.kill();
      throw new IllegalStateException("no server: " + server.output, e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        Matcher matcher = READY.matcher(line);
        if (matcher.find()) {
          ready.complete(URI.create(matcher.group(1)));
        }
      }
    } catch (IOException e) {
      // the process was killed: nothing more to read
    }
    ready.completeExceptionally(new IllegalStateException("the server ended"));
  }

  URI base() {
    return ready.join();
  }

  List<String> output() {
    return List.copyOf(output);
  }

  /** What follows that text on the one line that has it. */
  Optional<String> printed(String text) {
    return output.stream()
        .filter(line -> line.startsWith(text))
        .map(line -> line.substring(text.length()).strip())
        .findFirst();
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to end, and returns whether it did so in time. */
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    kill();
  }
}
