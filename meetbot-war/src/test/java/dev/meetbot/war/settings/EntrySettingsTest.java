package dev.meetbot.war.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.war.settings.EntrySettings.TeamsToken;
import dev.meetbot.war.settings.EntrySettings.TokenCallback;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How bots get in, as an operator says it. */
class EntrySettingsTest {
  private static EntrySettings read(Map<SettingKey, String> given) {
    return WarSettings.read(given, Path.of("/data")).entry();
  }

  private static Map<SettingKey, String> teams() {
    return new HashMap<>(
        Map.of(
            SettingKey.TEAMS_IDENTIFICATION_TENANT_ID, "t/1",
            SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID, "c1",
            SettingKey.TEAMS_IDENTIFICATION_CLIENT_SECRET, "s3cret",
            SettingKey.TEAMS_IDENTIFICATION_SCOPE, "api://x/.default"));
  }

  @Test
  void with_nothing_given_bots_are_guests_first_and_have_no_tokens() {
    assertThat(read(Map.of())).isEqualTo(new EntrySettings(SignIn.IF_REQUIRED, null, null));
    assertThat(read(Map.of(SettingKey.SIGN_IN, "always")).signIn()).isEqualTo(SignIn.ALWAYS);
  }

  @Test
  void teams_tokens_come_from_microsoft_or_from_where_one_says() {
    URI microsoft = URI.create("https://login.microsoftonline.com/t%2F1/oauth2/v2.0/token");
    assertThat(read(teams()).teams())
        .isEqualTo(new TeamsToken(microsoft, "c1", "s3cret", "api://x/.default", false));
    Map<SettingKey, String> elsewhere = teams();
    elsewhere.remove(SettingKey.TEAMS_IDENTIFICATION_TENANT_ID);
    elsewhere.put(SettingKey.TEAMS_IDENTIFICATION_TOKEN_URL, "https://id.example/token?x=1");
    elsewhere.put(SettingKey.TEAMS_IDENTIFICATION_REQUIRED, "true");
    TeamsToken token = read(elsewhere).teams();
    assertThat(token).isNotNull();
    assertThat(token.tokenUrl()).isEqualTo(URI.create("https://id.example/token?x=1"));
    assertThat(token.required()).isTrue();
    assertThat(read(teams()).toString()).doesNotContain("s3cret");
  }

  @Test
  void a_secret_may_be_in_a_file(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("secret"), "from-file\n");
    Map<SettingKey, String> given =
        Map.of(
            SettingKey.ZOOM_TOKEN_CALLBACK_URL,
            "https://tokens.example/zoom",
            SettingKey.ZOOM_TOKEN_CALLBACK_SECRET,
            "@" + file);
    URI url = URI.create("https://tokens.example/zoom");
    assertThat(read(given).zoom()).isEqualTo(new TokenCallback(url, "from-file", false));
    assertThat(read(given).toString()).doesNotContain("from-file");
  }

  @Test
  void what_is_missing_keeps_the_server_from_starting() {
    assertThatThrownBy(() -> read(Map.of(SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID, "c")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("client-secret is required with meetbot.teams.identification")
        .hasMessageContaining("scope is required")
        .hasMessageContaining("tenant-id is required");
    assertThatThrownBy(() -> read(Map.of(SettingKey.ZOOM_TOKEN_CALLBACK_URL, "https://x.example/")))
        .hasMessageContaining("meetbot.zoom.token-callback.secret is required");
    assertThatThrownBy(() -> read(Map.of(SettingKey.ZOOM_TOKEN_CALLBACK_URL, "ftp://x")))
        .hasMessageContaining("must be an absolute http or https address");
    assertThatThrownBy(() -> read(Map.of(SettingKey.SIGN_IN, "perhaps")))
        .hasMessageContaining("meetbot.sign-in must be if_required or never or always");
  }
}
