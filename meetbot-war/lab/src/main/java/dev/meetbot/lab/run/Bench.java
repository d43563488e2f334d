package dev.meetbot.lab.run;

import dev.meetbot.lab.others.OtherServers;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import dev.meetbot.lab.site.LabControl;
import dev.meetbot.lab.site.LabServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packed server and the lab's, both running; the one's browsers are led to the other. */
final class Bench implements AutoCloseable {
  private final LabServer lab;
  private final ServerProcess server;
  private final Path out;
  private final LabControl control;
  private final JobsClient jobs;
  private final BotBrowsers browsers;
  private final OtherServers others;

  private Bench(LabServer lab, ServerProcess server, OtherServers others, Path out) {
    this.lab = lab;
    this.others = others;
    this.server = server;
    this.out = out;
    this.control = lab.control();
    this.jobs =
        new JobsClient(
            server.base(),
            server
                .apiKey()
                .orElseThrow(() -> new IllegalStateException("the server printed no API key")));
    this.browsers = new BotBrowsers(server.tree());
  }

  /** Starts both, over an empty directory; blocks until both are ready. */
  static Bench open(LabOptions options) {
    if (!Files.isRegularFile(options.war())) {
      throw new LabOptions.Unusable("no server at " + options.war() + "; run bin/lab, it builds");
    }
    empty(options.out());
    LabServer lab = LabServer.start(options.site(), options.out().resolve("lab-server.log"));
    OtherServers others =
        new OtherServers(
            options.out().resolve("others"), options.site().resolveSibling("easyrtc/server.cjs"));
    ServerProcess server = null;
    try {
      server = server(options, lab, others);
      ServerProcess started = server;
      // who breaks off leaves nothing behind; Chromium ends by itself with its driver's pipe
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    started.close();
                    lab.close();
                    others.close();
                  }));
      server.awaitReady(Duration.ofSeconds(120));
      return new Bench(lab, server, others, options.out());
    } catch (RuntimeException e) {
      if (server != null) {
        server.close();
      }
      lab.close();
      throw e;
    }
  }

  private static ServerProcess server(LabOptions options, LabServer lab, OtherServers others) {
    String arguments =
        lab.browserArguments().stream().map(a -> '"' + a + '"').collect(Collectors.joining(" "));
    List<String> settings = new ArrayList<>(others.jvmOptions());
    settings.addAll(
        List.of(
            "-Dmeetbot.plugins.directory=" + plugins(options),
            "-Dmeetbot.browser.arguments=" + arguments,
            "-Dmeetbot.browser.loopback-media=true",
            "-Dmeetbot.platforms.directory=" + options.out().resolve("platforms"),
            // a second try shows what every further one would
            "-Dmeetbot.max-attempts=" + (options.kind() == LabOptions.Kind.FAULTS ? 2 : 3),
            "-Dmeetbot.max-bots=" + (options.parallel() + 1),
            "-Dmeetbot.rate-limit.requests-per-minute=0",
            "-Dmeetbot.webhook.allow-private-targets=true"));
    return ServerProcess.startJar(
        options.war(),
        options.out().resolve("data"),
        freePort(),
        settings,
        options.out().resolve("server.log"));
  }

  /** The example plugin as an operator would put it there. */
  private static Path plugins(LabOptions options) {
    try {
      Path directory = Files.createDirectories(options.out().resolve("plugins"));
      Files.copy(options.plugin(), directory.resolve("custom-platform.jar"));
      return directory;
    } catch (IOException e) {
      throw new LabOptions.Unusable(
          "no plugin at " + options.plugin() + "; run bin/lab, it builds");
    }
  }

  LabControl control() {
    return control;
  }

  JobsClient jobs() {
    return jobs;
  }

  /** The servers that others wrote. */
  OtherServers others() {
    return others;
  }

  BotBrowsers browsers() {
    return browsers;
  }

  ServerProcess server() {
    return server;
  }

  /** What leads a browser to the lab. */
  List<String> browserArguments() {
    return lab.browserArguments();
  }

  /** Where a scenario's files go. */
  Path files(String name) {
    return out.resolve("scenarios").resolve(name);
  }

  /** Where files are looked for that change the platforms' data. */
  Path platforms() {
    return out.resolve("platforms");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path dir) {
    try {
      if (Files.exists(dir)) {
        try (Stream<Path> old = Files.walk(dir)) {
          for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(dir.resolve("platforms"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    lab.close();
    others.close();
  }
}
