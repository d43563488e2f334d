package dev.meetbot.example.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.plugin.PluginSettingException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LaunchArgumentsTest {
  private static final Path FOLDER = Path.of("/tmp/one");

  @Test
  void theBrowserGetsNothingOfTheServersEnvironmentThatItDoesNotNeed() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("PATH", "/bin", "LC_ALL", "C", "MEETBOT_STRIPE_WEBHOOK_SECRET", "whsec_x"));
    LaunchArguments.keepOnlyWhatABrowserNeeds(environment, FOLDER);
    assertThat(environment).containsOnlyKeys("PATH", "LC_ALL", "TMPDIR");
  }

  @Test
  void onlyRootGoesWithoutTheSandbox() {
    assertThat(LaunchArguments.of(BrowserOptions.DEFAULTS, FOLDER, false))
        .doesNotContain("--no-sandbox");
    assertThat(LaunchArguments.of(BrowserOptions.DEFAULTS, FOLDER, true)).contains("--no-sandbox");
  }

  @Test
  void aTabThatIsCapturedIsNotMuted() {
    assertThat(LaunchArguments.of(BrowserOptions.DEFAULTS.withTabCapture(true), FOLDER, true))
        .contains("--auto-accept-this-tab-capture")
        .doesNotContain("--mute-audio");
  }

  @Test
  void settingsAreRead() {
    CdpSettings settings =
        CdpSettings.of(
            CdpDriverIT.settings(
                Map.of(
                    "executable", "/opt/chromium",
                    "endpoint", "ws://browsers:9222/devtools/browser/1",
                    "arguments", "--one  --two=2")));
    assertThat(settings.executable()).isEqualTo(Path.of("/opt/chromium"));
    assertThat(settings.endpoint()).isEqualTo(URI.create("ws://browsers:9222/devtools/browser/1"));
    assertThat(settings.arguments()).containsExactly("--one", "--two=2");
  }

  @Test
  void anEndpointThatIsNoAddressIsNamed() {
    for (String wrong : new String[] {"browsers:9222", "ftp://browsers", "not one"}) {
      assertThatExceptionOfType(PluginSettingException.class)
          .isThrownBy(() -> CdpSettings.of(CdpDriverIT.settings(Map.of("endpoint", wrong))))
          .withMessageContaining("meetbot.browser.cdp.endpoint")
          .withMessageNotContaining(wrong);
    }
  }
}
