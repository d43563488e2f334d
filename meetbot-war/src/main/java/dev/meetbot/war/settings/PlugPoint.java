package dev.meetbot.war.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where a plugin may stand in for what is bundled. */
public enum PlugPoint {
  STORAGE(SettingKey.STORAGE_PROVIDER, "h2", "postgresql", "jndi"),
  ARTIFACTS(SettingKey.ARTIFACTS_PROVIDER, "file", "s3"),
  BROWSER(SettingKey.BROWSER_PROVIDER, "playwright"),
  WEBHOOK(SettingKey.WEBHOOK_PROVIDER, "http");

  private final SettingKey setting;
  private final String usual;
  private final Set<String> bundled;

  PlugPoint(SettingKey setting, String... bundled) {
    this.setting = setting;
    this.usual = bundled[0];
    this.bundled = Set.of(bundled);
  }

  /** The setting that chooses. */
  public SettingKey setting() {
    return setting;
  }

  /** The ids that need no plugin. */
  public Set<String> bundled() {
    return bundled;
  }

  /** The id that was chosen, or the usual one. */
  String chosen(Map<SettingKey, String> given) {
    return given.getOrDefault(setting, usual);
  }

  /**
   * What the names of a plugin's own settings begin with, for example {@code meetbot.browser.cdp.}.
   */
  public String prefix(String id) {
    String chooser = setting.property();
    return chooser.substring(0, chooser.lastIndexOf('.') + 1) + id + ".";
  }

  /** The same in the environment, for example {@code MEETBOT_BROWSER_CDP_}. */
  String variablePrefix(String id) {
    return prefix(id).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
