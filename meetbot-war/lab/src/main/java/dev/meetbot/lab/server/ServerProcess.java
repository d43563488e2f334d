package dev.meetbot.lab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packed server as its users run it: a process of its own. Its output goes to a log file, in
 * which secrets are replaced; the first keys and the first webhook secret, printed once, are kept
 * in memory only.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("mb_live_[0-9A-Za-z]+");
  private static final Pattern OPERATOR = Pattern.compile("mb_admin_[0-9A-Za-z]+");
  private static final Pattern SECRET = Pattern.compile("whsec_[0-9A-Za-z+/=]+");

  /** What the packed server prints after its keys. */
  private static final String READY = "meetbot is ready on ";

  private final Process process;
  private final URI base;
  private final Thread reader;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private volatile Optional<String> apiKey = Optional.empty();
  private volatile Optional<String> operatorKey = Optional.empty();
  private volatile Optional<String> webhookSecret = Optional.empty();

  /** Whether the keys have been read, if there are any. */
  private volatile boolean announced;

  private ServerProcess(Process process, URI base, Path log, boolean announces) {
    this.process = process;
    this.announced = !announces;
    this.base = base;
    this.reader = new Thread(() -> read(log), "server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts {@code java -jar} with a data directory on a port.
   *
   * @param options of the JVM, such as {@code -Dname=value}
   * @param log where its output goes
   */
  public static ServerProcess startJar(
      Path jar, Path data, int port, List<String> options, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--data", data.toString(), "--port", "" + port));
    return start(command, port, log, true);
  }

  /** Starts any command that will listen on a port of the loopback address. */
  public static ServerProcess start(List<String> command, int port, Path log) {
    return start(command, port, log, false);
  }

  private static ServerProcess start(List<String> command, int port, Path log, boolean announces) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new ServerProcess(process, URI.create("http://127.0.0.1:" + port), log, announces);
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not start", e);
    }
  }

  private void read(Path log) {
    try (BufferedReader lines =
            new BufferedReader(
                new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var out = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher key = KEY.matcher(line);
        if (apiKey.isEmpty() && key.find()) {
          apiKey = Optional.of(key.group());
        }
        Matcher operator = OPERATOR.matcher(line);
        if (operatorKey.isEmpty() && operator.find()) {
          operatorKey = Optional.of(operator.group());
        }
        Matcher secret = SECRET.matcher(line);
        if (webhookSecret.isEmpty() && secret.find()) {
          webhookSecret = Optional.of(secret.group());
        }
        String safe = KEY.matcher(line).replaceAll("mb_live_***");
        safe = OPERATOR.matcher(safe).replaceAll("mb_admin_***");
        out.write(SECRET.matcher(safe).replaceAll("whsec_***"));
        out.newLine();
        out.flush();
        announced |= line.startsWith(READY);
      }
    } catch (IOException e) {
      // the pipe ends with the process
    }
  }

  /**
   * Waits until {@code GET /readyz} answers 200 and, after {@link #startJar}, the keys are known.
   *
   * @throws IllegalStateException when the process ends or the patience does
   */
  public ServerProcess awaitReady(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!announced || !answers("/readyz")) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended with " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the server was not ready within " + patience);
      }
      pause();
    }
    return this;
  }

  private boolean answers(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void pause() {
    try {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public URI base() {
    return base;
  }

  /** The key that the first start printed; empty at later starts on the same data. */
  public Optional<String> apiKey() {
    return apiKey;
  }

  /** The operator key that the first start printed; empty at later starts. */
  public Optional<String> operatorKey() {
    return operatorKey;
  }

  /** The webhook secret that the first start printed; empty at later starts. */
  public Optional<String> webhookSecret() {
    return webhookSecret;
  }

  public ProcessTree tree() {
    return new ProcessTree(process.toHandle());
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM, then waits; returns the exit code, or empty when it still runs after the patience. */
  public Optional<Integer> stop(Duration patience) {
    process.destroy();
    return ended(patience);
  }

  /** SIGKILL for the server alone, as a crash would; its children are not touched. */
  public void kill() {
    process.destroyForcibly();
    ended(Duration.ofSeconds(10));
  }

  private Optional<Integer> ended(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      reader.join(2000);
      return Optional.of(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Ends the server gracefully and, should it not obey, with all its descendants by force. */
  @Override
  public void close() {
    List<ProcessHandle> family = tree().members();
    if (stop(Duration.ofSeconds(20)).isEmpty()) {
      process.destroyForcibly();
    }
    family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
