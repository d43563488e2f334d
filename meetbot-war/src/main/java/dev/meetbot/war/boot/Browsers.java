package dev.meetbot.war.boot;

import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.war.settings.WarSettings;

/** The browser driver that the settings ask for. */
public final class Browsers {
  private Browsers() {}

  /** What is not given is looked for on this machine. */
  public static PlaywrightDriver of(WarSettings.Browser wanted) {
    PlaywrightSettings found = PlaywrightSettings.find();
    if (wanted.endpoint() != null) {
      found = found.withEndpoint(wanted.endpoint());
    }
    if (wanted.executable() != null) {
      found = found.withChromium(wanted.executable());
    }
    if (wanted.node() != null) {
      found = found.withNode(wanted.node());
    }
    if (wanted.sandbox() != null) {
      found = found.withSandbox(wanted.sandbox());
    }
    return new PlaywrightDriver(
        found.withLoopbackPeers(wanted.loopbackMedia()).withExtraArguments(wanted.arguments()));
  }
}
