package dev.meetbot.storm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A running {@link StormServer}. */
final class StormProcess implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private StormProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "storm-output");
    reader.setDaemon(true);
    reader.start();
  }

  static StormProcess start(Path folder, int deliveries, String ports) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                StormServer.class.getName(),
                folder.toString(),
                Integer.toString(deliveries),
                ports));
    return new StormProcess(
        new ProcessBuilder(command).redirectError(folder.resolve("server.log").toFile()).start());
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("output ended: " + e.getMessage());
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether every message is stored and none is pending any more. */
  boolean done() {
    return lines.contains("filled") && lines.stream().anyMatch(l -> l.startsWith("pending 0 "));
  }

  /** Bytes in use after each collection, in order. */
  List<Long> heaps() {
    return lines.stream()
        .filter(l -> l.startsWith("heap "))
        .map(l -> Long.valueOf(l.substring("heap ".length())))
        .toList();
  }

  /** SIGKILL: no shutdown hook, no flush. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
