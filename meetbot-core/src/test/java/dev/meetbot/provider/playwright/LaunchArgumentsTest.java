package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.browser.BrowserOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchArgumentsTest {
  private final PlaywrightSettings settings =
      new PlaywrightSettings(null, null, null, true, false, List.of("--extra"), Path.of("work"));

  @Test
  void every_browser_carries_the_name_of_its_session_and_the_operators_arguments() {
    assertThat(LaunchArguments.of(settings, BrowserOptions.DEFAULTS, "id"))
        .contains("--meetbot-session=id", "--extra", "--lang=en-US")
        .doesNotContain("--allow-loopback-in-peer-connection", "--auto-accept-this-tab-capture");
  }

  @Test
  void the_machine_itself_is_a_peer_only_when_a_setting_says_so() {
    assertThat(LaunchArguments.of(settings.withLoopbackPeers(true), BrowserOptions.DEFAULTS, "id"))
        .contains("--allow-loopback-in-peer-connection");
  }

  @Test
  void a_captured_tab_needs_no_click_and_is_not_muted() {
    BrowserOptions capture = BrowserOptions.DEFAULTS.withTabCapture(true);
    assertThat(LaunchArguments.of(settings, capture, "id"))
        .contains("--auto-accept-this-tab-capture");
    assertThat(LaunchArguments.withoutDefaults(capture)).containsExactly("--mute-audio");
    assertThat(LaunchArguments.withoutDefaults(BrowserOptions.DEFAULTS)).isEmpty();
  }

  @Test
  void the_browser_does_not_see_our_secrets() {
    Map<String, String> ours =
        Map.of("PATH", "/bin", "LC_ALL", "C", "MEETBOT_S3_SECRET", "s", "TMPDIR", "/ours");
    assertThat(LaunchArguments.environment(ours, "/session"))
        .isEqualTo(Map.of("PATH", "/bin", "LC_ALL", "C", "TMPDIR", "/session"));
  }
}
