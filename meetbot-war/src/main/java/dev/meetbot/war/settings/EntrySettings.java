package dev.meetbot.war.settings;

import dev.meetbot.model.JoinSpec.SignIn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How bots get in.
 *
 * @param signIn when a bot signs in whose client says nothing of it
 * @param teams how the bot identifies itself to Microsoft Teams; null for not at all
 * @param zoom who gives tokens for Zoom; null for nobody
 */
public record EntrySettings(
    SignIn signIn, @Nullable TeamsToken teams, @Nullable TokenCallback zoom) {

  /**
   * An OAuth client.
   *
   * @param required whether a bot stays away when there is no token
   */
  public record TeamsToken(
      URI tokenUrl, String clientId, String clientSecret, String scope, boolean required) {
    @Override
    public String toString() {
      return "TeamsToken[" + clientId + " at " + tokenUrl + ", required=" + required + "]";
    }
  }

  /**
   * A service of the operator.
   *
   * @param required whether a bot stays away when there is no token
   */
  public record TokenCallback(URI url, String secret, boolean required) {
    @Override
    public String toString() {
      return "TokenCallback[" + url + ", required=" + required + "]";
    }
  }

  static EntrySettings read(SettingTexts texts) {
    String signIn = texts.oneOf(SettingKey.SIGN_IN, "if_required", "never", "always");
    return new EntrySettings(SignIn.find(signIn).orElseThrow(), teams(texts), zoom(texts));
  }

  private static @Nullable TeamsToken teams(SettingTexts texts) {
    String tenant = texts.text(SettingKey.TEAMS_IDENTIFICATION_TENANT_ID);
    String id = texts.text(SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID);
    String secret = texts.secret(SettingKey.TEAMS_IDENTIFICATION_CLIENT_SECRET);
    String scope = texts.text(SettingKey.TEAMS_IDENTIFICATION_SCOPE);
    URI url = texts.link(SettingKey.TEAMS_IDENTIFICATION_TOKEN_URL);
    boolean required = texts.flag(SettingKey.TEAMS_IDENTIFICATION_REQUIRED, false);
    if (id == null) {
      return null;
    }
    texts.requireWith(
        SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID, SettingKey.TEAMS_IDENTIFICATION_CLIENT_SECRET);
    texts.requireWith(
        SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID, SettingKey.TEAMS_IDENTIFICATION_SCOPE);
    if (url == null) {
      texts.requireWith(
          SettingKey.TEAMS_IDENTIFICATION_CLIENT_ID, SettingKey.TEAMS_IDENTIFICATION_TENANT_ID);
    }
    if (secret == null || scope == null || (url == null && tenant == null)) {
      return null;
    }
    return new TeamsToken(url == null ? microsoft(tenant) : url, id, secret, scope, required);
  }

  private static URI microsoft(@Nullable String tenant) {
    String path = URLEncoder.encode(String.valueOf(tenant), StandardCharsets.UTF_8);
    return URI.create("https://login.microsoftonline.com/" + path + "/oauth2/v2.0/token");
  }

  private static @Nullable TokenCallback zoom(SettingTexts texts) {
    URI url = texts.link(SettingKey.ZOOM_TOKEN_CALLBACK_URL);
    String secret = texts.secret(SettingKey.ZOOM_TOKEN_CALLBACK_SECRET);
    boolean required = texts.flag(SettingKey.ZOOM_TOKEN_CALLBACK_REQUIRED, false);
    if (url == null) {
      return null;
    }
    texts.requireWith(SettingKey.ZOOM_TOKEN_CALLBACK_URL, SettingKey.ZOOM_TOKEN_CALLBACK_SECRET);
    return secret == null ? null : new TokenCallback(url, secret, required);
  }
}
