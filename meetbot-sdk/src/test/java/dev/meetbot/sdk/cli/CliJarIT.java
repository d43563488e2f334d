package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as it is built, in a JVM of its own. */
@Timeout(120)
class CliJarIT {
  private static Path jar() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("target"))) {
      return all.filter(path -> path.toString().endsWith("-cli.jar")).findFirst().orElseThrow();
    }
  }

  private static String run(int expected, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar().toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("MEETBOT_API_BASE_URL", "COLUMNS"));
    builder.environment().putAll(Map.of("MEETBOT_API_KEY", "mb_test_1"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(expected);
    return output;
  }

  @Test
  void the_jar_runs_by_itself() throws Exception {
    assertThat(run(0, "--version")).startsWith("meetbot ").doesNotContain("not built as a jar");
    assertThat(run(0, "completion", "bash")).contains("dispatch");
    assertThat(run(2, "nonsense")).startsWith("meetbot: ");
  }

  @Test
  void the_jar_reads_json_and_asks_servers() throws Exception {
    // port 1 is nobody's: what fails is the connection, not a class that is missing
    assertThat(run(6, "dispatch", "https://meet.example/a", "--url", "http://127.0.0.1:1"))
        .isEqualTo(
            "meetbot: the server http://127.0.0.1:1 cannot be reached: nobody listens there\n");
  }

  @Test
  void the_jar_holds_the_licences_of_what_is_in_it_and_no_module() throws Exception {
    try (JarFile jar = new JarFile(jar().toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .contains(
              "META-INF/LICENSE",
              "META-INF/LICENSE.md",
              "META-INF/NOTICE.md",
              "META-INF/LICENSE-APACHE-2.0.txt",
              "META-INF/services/jakarta.json.bind.spi.JsonbProvider",
              "META-INF/services/jakarta.json.spi.JsonProvider")
          .noneMatch(name -> name.endsWith("module-info.class"));
    }
  }
}
