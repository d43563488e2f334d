package dev.meetbot.war.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {
  @TempDir Path data;

  private SettingSources.Given read(Map<String, String> properties, Map<String, String> environment)
      throws IOException {
    return new SettingSources(properties, environment).read(data);
  }

  @Test
  void aPropertyGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    Files.writeString(
        data.resolve(SettingSources.FILE),
        "meetbot.max-bots=1\nmeetbot.max-attempts=1\nmeetbot.ffmpeg=/opt/ffmpeg\n");
    SettingSources.Given given =
        read(
            Map.of("meetbot.max-bots", "3"),
            Map.of("MEETBOT_MAX_BOTS", "2", "MEETBOT_MAX_ATTEMPTS", "2"));
    assertThat(given.values())
        .containsOnly(
            Map.entry(SettingKey.MAX_BOTS, "3"),
            Map.entry(SettingKey.MAX_ATTEMPTS, "2"),
            Map.entry(SettingKey.FFMPEG, "/opt/ffmpeg"));
    assertThat(given.warnings()).isEmpty();
  }

  @Test
  void theFileIsLookedForInTheDataDirectoryThatWasGiven() throws IOException {
    Path other = Files.createDirectory(data.resolve("other"));
    Files.writeString(other.resolve(SettingSources.FILE), "meetbot.max-bots=9\n");
    assertThat(read(Map.of(), Map.of("MEETBOT_DATA", other.toString())).values())
        .containsEntry(SettingKey.MAX_BOTS, "9");
  }

  @Test
  void dotsAndDashesAreUnderscoresInTheEnvironment() throws IOException {
    assertThat(read(Map.of(), Map.of("MEETBOT_WEBHOOK_ALLOW_PRIVATE_TARGETS", "true")).values())
        .containsEntry(SettingKey.WEBHOOK_ALLOW_PRIVATE_TARGETS, "true");
  }

  @Test
  void unknownNamesAreWarnedOf() throws IOException {
    Files.writeString(data.resolve(SettingSources.FILE), "meetbot.colour=blue\nother=1\n");
    SettingSources.Given given =
        read(Map.of("meetbot.maxBots", "1"), Map.of("MEETBOT_API_KEY", "of the client"));
    assertThat(given.warnings())
        .hasSize(2)
        .anyMatch(line -> line.contains("meetbot.maxBots"))
        .anyMatch(line -> line.contains("meetbot.colour"));
  }

  @Test
  void emptyIsNotGiven() throws IOException {
    assertThat(read(Map.of("meetbot.public-url", " "), Map.of()).values()).isEmpty();
  }

  @Test
  void aChosenPluginGetsWhatIsBelowItsName() throws IOException {
    Path secret = Files.writeString(data.resolve("secret"), "hidden\n");
    Files.writeString(
        data.resolve(SettingSources.FILE),
        "meetbot.storage.provider=sqlite\nmeetbot.storage.sqlite.file=a\n"
            + "meetbot.storage.sqlite.busy-timeout=1\nmeetbot.storage.other.file=b\n");
    SettingSources.Given given =
        read(
            Map.of("meetbot.storage.sqlite.file", "c", "meetbot.storage.sqlite.key", "@" + secret),
            Map.of("MEETBOT_STORAGE_SQLITE_BUSY_TIMEOUT", "2"));
    assertThat(given.plugins())
        .containsOnly(
            Map.entry(
                PlugPoint.STORAGE, Map.of("file", "c", "busy-timeout", "2", "key", "hidden")));
    assertThat(given.warnings()).singleElement().asString().contains("meetbot.storage.other.file");
  }
}
