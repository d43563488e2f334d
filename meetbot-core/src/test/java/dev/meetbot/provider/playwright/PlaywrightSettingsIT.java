package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the browser's files are put. */
class PlaywrightSettingsIT {
  @Test
  void theTemporaryDirectoryOfTheJvmIsTakenWhenItIsShort(@TempDir Path shorter) {
    assertThat(PlaywrightSettings.workDirectory(Path.of("/var/tmp"), shorter, "ann"))
        .isEqualTo(Path.of("/var/tmp/meetbot-ann"));
  }

  @Test
  void oneThatIsTooDeepIsReplaced(@TempDir Path shorter) {
    Path deep = Path.of("/opt/servers/apache-tomcat-10.1.59/temp");
    assertThat(PlaywrightSettings.workDirectory(deep, shorter, "ann"))
        .isEqualTo(shorter.resolve("meetbot-ann"));
    assertThat(PlaywrightSettings.workDirectory(deep, Path.of("/not/there"), "ann"))
        .isEqualTo(deep.resolve("meetbot-ann"));
  }

  @Test
  void aBrowserStartsInTheLongestDirectoryThatIsTaken() throws IOException {
    Path root = Files.createTempDirectory(Path.of("/tmp"), "m");
    Path temporary =
        root.resolve("x".repeat(40 - root.toString().length() - "//meetbot-ann".length()));
    Path work = PlaywrightSettings.workDirectory(temporary, root, "ann");
    assertThat(work.toString()).hasSize(40);
    Files.createDirectories(temporary);
    try (PlaywrightDriver driver =
            new PlaywrightDriver(PlaywrightSettings.find().withWorkDirectory(work));
        BrowserSession session = driver.launch(BrowserOptions.DEFAULTS)) {
      assertThat(session.page().evaluate("() => 1 + 1", "null", java.time.Duration.ofSeconds(10)))
          .isEqualTo("2");
    } finally {
      WorkDirectory.remove(root);
    }
  }
}
