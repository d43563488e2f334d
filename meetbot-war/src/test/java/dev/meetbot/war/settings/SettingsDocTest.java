package dev.meetbot.war.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsDocTest {
  private static final Pattern ROW = Pattern.compile("\\| `(meetbot\\.[a-z0-9.-]+)` \\|.*");

  @Test
  void theDocumentTellsOfEverySettingAndOfNoOther() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("..", "docs", "settings.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> row.group(1))
            .toList();
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SettingKey.values()).map(SettingKey::property).toList());
  }
}
