package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserDriverPlugin;
import dev.meetbot.spi.plugin.PluginSettings;

/**
 * {@code meetbot.browser.provider=cdp}; the settings {@code executable} and {@code arguments} tell
 * how Chromium is started, or {@code endpoint} where one runs.
 */
public final class CdpPlugin implements BrowserDriverPlugin {
  @Override
  public String id() {
    return "cdp";
  }

  /** Does not look for Chromium: {@link BrowserDriver#health} tells, and it may come later. */
  @Override
  public BrowserDriver open(PluginSettings settings) {
    return new CdpDriver(CdpSettings.of(settings));
  }
}
