package dev.meetbot.war.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged WAR, run as {@code java -jar} on a free port. */
final class RunningWar implements AutoCloseable {
  private static final String READY = "meetbot is ready on ";

  private final Process process;
  private final URI url;

  /**
   * @param data an empty directory for the server's data
   */
  RunningWar(Path data) throws Exception {
    String war = System.getProperty("meetbot.war", "target/meetbot.war");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + data,
                "-jar",
                war,
                "--port",
                "0",
                "--data",
                data.resolve("data").toString())
            .redirectErrorStream(true)
            .start();
    CompletableFuture<URI> ready = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready), "server-output");
    reader.setDaemon(true);
    reader.start();
    try {
      url = ready.get(90, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Its output must be read to the end, or the server would stand still at a full pipe. */
  private static void read(Process process, CompletableFuture<URI> ready) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length())));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("the server ended: " + String.join("\n", lines)));
  }

  URI room(String name) {
    return url.resolve("room/" + name);
  }

  String authority() {
    return url.getAuthority();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
