package dev.meetbot.war.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void defaultsAreLoopbackOnly() {
    Options options = Options.parse(List.of(), Map.of(), Map.of());
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
  }

  @Test
  void flagGoesBeforeAllElse() {
    Options options =
        Options.parse(
            List.of("--port", "0", "--data=/x/y"),
            Map.of("meetbot.port", "98", "meetbot.data", "/w"),
            Map.of("MEETBOT_PORT", "99", "MEETBOT_DATA", "/z", "MEETBOT_HOST", "::1"));
    assertThat(options.port()).isZero();
    assertThat(options.data()).isEqualTo(Path.of("/x/y"));
    assertThat(options.host()).isEqualTo("::1");
    assertThat(Main.url(options.host(), 99)).isEqualTo("http://[::1]:99/");
  }

  @Test
  void propertyGoesBeforeEnvironment() {
    Options options =
        Options.parse(
            List.of(),
            Map.of("meetbot.port", "98", "meetbot.data", "/w"),
            Map.of("MEETBOT_PORT", "99", "MEETBOT_DATA", "/z", "MEETBOT_HOST", "::1"));
    assertThat(options.port()).isEqualTo(98);
    assertThat(options.data()).isEqualTo(Path.of("/w"));
    assertThat(options.host()).isEqualTo("::1");
  }

  @ParameterizedTest
  @CsvSource({
    "--nonsense, unknown option --nonsense",
    "--port, --port needs a value",
    "--port=65536, from 0 to 65535",
    "--port=http, from 0 to 65535",
    "--host=, host must not be empty",
    "--data=, data directory must not be empty",
  })
  void wrongFlagIsToldInOneLine(String flag, String message) {
    assertThatThrownBy(() -> Options.parse(List.of(flag), Map.of(), Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
