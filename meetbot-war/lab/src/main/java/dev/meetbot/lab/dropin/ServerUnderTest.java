package dev.meetbot.lab.dropin;

import dev.meetbot.lab.server.ProcessTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A started server: its processes, and whether the application in it is ready. */
final class ServerUnderTest implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int AT_ONCE = 32;
  private static final Duration STOPPING = Duration.ofSeconds(40);

  /** What is only held softly is no leak: it would go when memory is short. */
  private static final String JVM = "-XX:SoftRefLRUPolicyMSPerMB=0";

  private final AppServer server;
  private final Process script;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private ServerUnderTest(AppServer server, Process script) {
    this.server = server;
    this.script = script;
  }

  /**
   * Starts it and waits until it takes deployments.
   *
   * @param settings of the application, by the names that they have in the environment
   * @param log where its output goes
   */
  static ServerUnderTest start(AppServer server, Map<String, String> settings, Path log)
      throws IOException, InterruptedException {
    server.prepare();
    ProcessBuilder builder =
        new ProcessBuilder(server.command()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(server.environment());
    builder.environment().putAll(settings);
    builder.environment().put("JDK_JAVA_OPTIONS", JVM);
    ServerUnderTest started = new ServerUnderTest(server, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    if (!Waiting.until(PATIENCE, () -> started.hasEnded() || server.isUp()) || started.hasEnded()) {
      started.close();
      throw new IOException(server.name() + " did not start; see " + log);
    }
    return started;
  }

  private boolean hasEnded() {
    return !script.isAlive();
  }

  /** Where the application is, with a trailing slash. */
  URI base() {
    String path = server.contextPath().equals("/") ? "" : server.contextPath();
    return URI.create("http://127.0.0.1:" + server.port() + path + "/");
  }

  Jvm jvm() throws IOException {
    return Jvm.of(script.toHandle());
  }

  /** Deploys the file and waits until the application is ready. */
  void deploy(Path war) throws IOException, InterruptedException {
    server.deploy(war);
    if (!Waiting.until(PATIENCE, this::isReady)) {
      throw new IOException("the application on " + server.name() + " is not ready");
    }
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("readyz")).timeout(Duration.ofSeconds(10)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sends requests to nothing in particular, many at once: idle threads of a server may remember
   * the last request that they served, and with it the application that it was for.
   */
  void knock() {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve(server.elsewhere()))
            .timeout(Duration.ofSeconds(10))
            .build();
    Stream.generate(() -> http.sendAsync(request, BodyHandlers.discarding()))
        .limit(AT_ONCE)
        .toList()
        .forEach(answer -> answer.handle((told, failure) -> true).join());
  }

  /** Undeploys; returns when the application has stopped. */
  void undeploy() throws IOException, InterruptedException {
    server.undeploy();
  }

  /**
   * Ends the JVM itself, for a script that is killed may leave it behind; then by force whatever is
   * left. A second call does nothing.
   */
  @Override
  public void close() {
    List<ProcessHandle> family = new ArrayList<>(new ProcessTree(script.toHandle()).members());
    try {
      jvm().process().destroy();
      Waiting.until(STOPPING, () -> family.stream().noneMatch(ProcessHandle::isAlive));
    } catch (IOException e) {
      // there is no JVM any more
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
