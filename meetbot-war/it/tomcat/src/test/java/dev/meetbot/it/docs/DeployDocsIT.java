package dev.meetbot.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.server.ProcessTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what docs/deploy tells people to type: all blocks of {@code sh}, one after the other. */
class DeployDocsIT {
  private static final Path DOCS = Path.of("..", "..", "..", "docs", "deploy");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  /** A command that fails ends it, and what it started in the background ends with it. */
  private static final String BEGIN = "set -eu\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n";

  @Test
  void theServerRunsByItselfAsToldInTheDocs(@TempDir Path dir) throws Exception {
    String told = run("standalone.md", dir, Map.of("MEETBOT_HOME", dir.resolve("program")));
    assertThat(told.split("\"status\":\"ready\"", -1)).hasSize(3);
    assertThat(told).contains("\"jobs\":[]");
  }

  @Test
  void itRunsOnTomcatAsToldInTheDocs(@TempDir Path dir) throws Exception {
    Path tomcat = Path.of(System.getProperty("meetbot.it.tomcat"));
    String told =
        run(
            "tomcat.md",
            dir,
            Map.of("CATALINA_HOME", tomcat, "CATALINA_BASE", dir.resolve("base")));
    assertThat(told.split("\"status\":\"ready\"", -1)).hasSize(3);
    assertThat(told).contains("\"jobs\":[]");
  }

  private static String run(String page, Path dir, Map<String, Path> places) throws Exception {
    Path script = dir.resolve("commands.sh");
    Files.writeString(script, BEGIN + commands(Files.readString(DOCS.resolve(page))));
    Path output = dir.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    Map<String, String> environment = builder.environment();
    environment.put("MEETBOT_WAR", System.getProperty("meetbot.it.war"));
    environment.put("MEETBOT_DATA", dir.resolve("data").toString());
    environment.put("MEETBOT_PORT", Integer.toString(freePort()));
    places.forEach((name, path) -> environment.put(name, path.toAbsolutePath().toString()));
    Process process =
        builder
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    List<ProcessHandle> family = List.of();
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      family = new ProcessTree(process.toHandle()).members();
      assertThat(ended).as("the commands ended").isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      return Files.readString(output);
    } finally {
      family.forEach(ProcessHandle::destroy);
    }
  }

  private static String commands(String page) {
    return BLOCK.matcher(page).results().map(m -> m.group(1)).collect(Collectors.joining("\n"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
