package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final ServerAddress ONE = new ServerAddress("https://one");
  private static final ServerAddress TWO = new ServerAddress("https://two");

  @TempDir Path folder;

  private Access access(String url, String environmentUrl, String environmentKey, Config config) {
    ConfigFile file = new ConfigFile(new PrivateFile(folder.resolve("config.json")));
    file.write(config);
    return Access.resolve(url, environmentUrl, environmentKey, () -> file);
  }

  @Test
  void what_was_written_is_read() {
    Config config = Config.EMPTY.with(ONE, "k1").with(TWO, "k2");
    assertThat(Config.of(config.json())).contains(config);
    assertThat(config.current()).isEqualTo("https://two");
    assertThat(config.toString()).doesNotContain("k1");
    assertThat(config.without(TWO))
        .isEqualTo(new Config("https://one", Map.of("https://one", "k1")));
    assertThat(config.without(ONE).current()).isEqualTo("https://two");
    assertThat(config.without(ONE).without(TWO)).isEqualTo(Config.EMPTY);
  }

  @Test
  void a_damaged_file_is_told_of() throws Exception {
    PrivateFile file = new PrivateFile(folder.resolve("config.json"));
    file.write("{\"servers\": ");
    assertThatThrownBy(() -> new ConfigFile(file).read())
        .isInstanceOf(CliException.class)
        .hasMessageContaining("is damaged");
    assertThat(Files.exists(file.path())).isTrue();
  }

  @Test
  void the_command_line_comes_before_the_environment_and_that_before_the_file() {
    Config config = Config.EMPTY.with(TWO, "k2").with(ONE, "k1");
    assertThat(access(null, null, null, config).requireKey()).isEqualTo("k1");
    assertThat(access(null, "https://two/", null, config).requireKey()).isEqualTo("k2");
    assertThat(access("https://TWO", "https://one", null, config).server()).isEqualTo(TWO);
    assertThat(access(null, "https://two", "env", config).requireKey()).isEqualTo("env");
    assertThat(access("https://one", "https://two", "env", config).server()).isEqualTo(ONE);
  }

  @Test
  void a_key_of_the_environment_may_go_to_the_server_of_the_last_login() {
    Access access = access(null, null, "env", Config.EMPTY.with(ONE, "k1"));
    assertThat(access.server()).isEqualTo(ONE);
    assertThat(access.requireKey()).isEqualTo("env");
    assertThat(access.toString()).doesNotContain("env");
  }

  @Test
  void a_server_that_nobody_named_is_none_with_and_without_a_key() {
    for (String key : new String[] {null, "env"}) {
      assertThatThrownBy(() -> access(null, null, key, Config.EMPTY))
          .isInstanceOf(CliException.class)
          .hasMessage(
              "no server: give --url http://…, set MEETBOT_API_BASE_URL, or run meetbot login"
                  + " --url http://…");
    }
  }

  @Test
  void a_key_that_cannot_be_sent_is_told_of_without_the_key() {
    for (String key : new String[] {"mb_live_a b", "mb_live_ab\n"}) {
      assertThatThrownBy(() -> access("https://one", null, key, Config.EMPTY).requireKey())
          .isInstanceOf(CliException.class)
          .hasMessage("MEETBOT_API_KEY has a blank or line break in it");
    }
  }

  @Test
  void a_stored_key_goes_to_no_other_server() {
    Access access = access("https://two", null, null, Config.EMPTY.with(ONE, "k1"));
    assertThatThrownBy(access::requireKey)
        .isInstanceOf(CliException.class)
        .hasMessageContaining("meetbot login --url https://two");
  }

  @Test
  void a_folder_of_settings_that_is_not_absolute_does_not_count() {
    try (Desk desk = new Desk(folder)) {
      assertThat(ConfigFile.of(desk.outside()).path()).isEqualTo(desk.config());
      desk.environment.put("XDG_CONFIG_HOME", "relative");
      assertThat(ConfigFile.of(desk.outside()).path()).isEqualTo(desk.config());
      desk.environment.put("XDG_CONFIG_HOME", "/etc/xdg");
      assertThat(ConfigFile.of(desk.outside()).path())
          .isEqualTo(Path.of("/etc/xdg/meetbot/config.json"));
    }
  }
}
