package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CompletionCommandTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void the_script_knows_every_command_and_its_options() {
    for (String shell : List.of("bash", "zsh")) {
      Desk.Result result = desk.run("completion", shell);
      assertThat(result.code()).isZero();
      new Cli(desk.outside())
          .commandLine()
          .getSubcommands()
          .forEach(
              (name, command) -> {
                assertThat(result.out()).contains(name);
                command
                    .getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(result.out()).contains(option.longestName()));
              });
    }
  }

  @Test
  void an_unknown_shell_is_a_wrong_usage() {
    assertThat(desk.run("completion", "tcsh").code()).isEqualTo(2);
    assertThat(desk.run("completion").code()).isEqualTo(2);
  }
}
