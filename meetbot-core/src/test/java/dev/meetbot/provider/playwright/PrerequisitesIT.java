package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.browser.BrowserHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesIT {
  @TempDir Path directory;
  private Path program;

  @BeforeEach
  void a_program() throws IOException {
    program = Files.createFile(directory.resolve("chromium-browser"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void one_line_says_what_is_missing_and_what_to_do() {
    assertThat(Prerequisites.check(null, program))
        .isEqualTo(
            new BrowserHealth(
                false,
                "Chromium was not found: install the package chromium, or set"
                    + " meetbot.browser.executable"));
    assertThat(Prerequisites.check(directory.resolve("none"), program).detail())
        .isEqualTo(
            "There is no program "
                + directory.resolve("none")
                + ": correct meetbot.browser.executable");
    assertThat(Prerequisites.check(program, null).detail())
        .isEqualTo(
            "Node.js was not found: install the package nodejs (18 or newer), or set"
                + " meetbot.browser.node");
  }

  @Test
  void a_version_is_read_as_node_prints_it() {
    assertThat(Prerequisites.parseMajor("v20.20.2\n")).hasValue(20);
    assertThat(Prerequisites.parseMajor("Python 3")).isEmpty();
  }

  @Test
  void programs_are_found_by_the_order_of_their_names() throws IOException {
    Files.createFile(directory.resolve("chromium"));
    ExecutableFinder finder = new ExecutableFinder(List.of(directory.resolve("no"), directory));
    assertThat(finder.find("chromium", "chromium-browser")).contains(program);
    assertThat(finder.find("google-chrome")).isEmpty();
  }
}
