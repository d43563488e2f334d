package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Chromium is started with. Pure functions. */
final class LaunchArguments {
  /** Names the session on the command line; Chromium itself ignores it. */
  static final String SESSION_SWITCH = "--meetbot-session=";

  /** What a browser needs of our environment; the rest may hold secrets. */
  private static final Set<String> PASSED_ON =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "TZ",
          "DISPLAY",
          "XAUTHORITY",
          "LD_LIBRARY_PATH",
          "FONTCONFIG_FILE",
          "FONTCONFIG_PATH",
          "SYSTEMROOT",
          "WINDIR",
          "LOCALAPPDATA",
          "USERPROFILE");

  private LaunchArguments() {}

  static List<String> of(PlaywrightSettings settings, BrowserOptions options, String session) {
    List<String> arguments = new ArrayList<>();
    arguments.add(SESSION_SWITCH + session);
    arguments.add("--disable-gpu");
    arguments.add("--disable-quic");
    arguments.add("--no-first-run");
    arguments.add("--disable-background-networking");
    arguments.add("--disable-component-update");
    arguments.add("--disable-sync");
    arguments.add("--disk-cache-size=1");
    arguments.add("--autoplay-policy=no-user-gesture-required");
    arguments.add("--lang=" + options.language());
    if (settings.loopbackPeers()) {
      arguments.add("--allow-loopback-in-peer-connection");
    }
    if (options.tabCapture()) {
      arguments.add("--auto-accept-this-tab-capture");
    }
    arguments.addAll(settings.extraArguments());
    return List.copyOf(arguments);
  }

  /** Playwright's own arguments that must not be given: a muted tab is captured as silence. */
  static List<String> withoutDefaults(BrowserOptions options) {
    return options.tabCapture() ? List.of("--mute-audio") : List.of();
  }

  /** The browser's environment, its temporary files in the given directory. */
  static Map<String, String> environment(Map<String, String> ours, String temporaryDirectory) {
    Map<String, String> passed = new TreeMap<>();
    ours.forEach(
        (name, value) -> {
          if (PASSED_ON.contains(name) || name.startsWith("LC_")) {
            passed.put(name, value);
          }
        });
    passed.put("TMPDIR", temporaryDirectory);
    return passed;
  }
}
