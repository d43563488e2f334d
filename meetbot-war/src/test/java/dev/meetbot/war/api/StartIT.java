package dev.meetbot.war.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code java -jar meetbot.war} tells the person who starts it. */
class StartIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();

  @TempDir private Path dir;

  @Test
  void the_first_keys_and_the_ready_line_are_the_last_lines() throws Exception {
    Path data = dir.resolve("data");
    try (ServerProcess server = ServerProcess.start(WAR, data)) {
      List<String> lines = server.output();
      int ready = lines.indexOf("meetbot is ready on " + server.base());
      assertThat(lines.subList(ready - 3, ready))
          .satisfiesExactly(
              line -> assertThat(line).startsWith("First API key (shown only now): mb_live_"),
              line -> assertThat(line).startsWith("Operator key (shown only now): mb_admin_"),
              line ->
                  assertThat(line).startsWith("Webhook signing secret (shown only now): whsec_"));

      List<String> second = failedStart(data);
      assertThat(second.get(second.size() - 1))
          .isEqualTo(
              "meetbot: the database in "
                  + data.resolve("db")
                  + " is in use by another server; every server needs a data folder of its own");
      assertThat(second).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  @Test
  void a_wrong_setting_is_one_line_without_a_stack_trace() throws Exception {
    List<String> lines = failedStart(dir.resolve("data"), "-Dmeetbot.max-bots=x");
    assertThat(lines.get(lines.size() - 1)).startsWith("meetbot: meetbot.max-bots must be ");
    assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
  }

  private static List<String> failedStart(Path data, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", WAR.toString(), "--data", data.toString(), "--port", "0"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return output.lines().toList();
  }
}
