package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Chromium is started with. Pure functions. */
final class LaunchArguments {
  private static final List<String> ALWAYS =
      List.of(
          "--headless",
          // a port that is free; who may use it is told in the README
          "--remote-debugging-port=0",
          "--no-startup-window",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-breakpad",
          "--disable-component-update",
          "--disable-extensions",
          "--disable-sync",
          "--disk-cache-size=1",
          "--hide-scrollbars",
          "--password-store=basic",
          // a page that nobody looks at must go on all the same
          "--disable-background-timer-throttling",
          "--disable-backgrounding-occluded-windows",
          "--disable-renderer-backgrounding",
          "--autoplay-policy=no-user-gesture-required");

  /** What a browser needs of our environment; the rest may hold secrets. */
  private static final Set<String> NEEDED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "TZ",
          "LD_LIBRARY_PATH",
          "FONTCONFIG_FILE",
          "FONTCONFIG_PATH");

  private LaunchArguments() {}

  /**
   * @param root whether this is the root account, as which Chromium does not start with its sandbox
   */
  static List<String> of(BrowserOptions options, Path folder, boolean root) {
    List<String> arguments = new ArrayList<>(ALWAYS);
    arguments.add("--user-data-dir=" + folder.resolve("profile"));
    arguments.add("--lang=" + options.language());
    if (root) {
      arguments.add("--no-sandbox");
    }
    // a muted tab would be captured as silence
    arguments.add(options.tabCapture() ? "--auto-accept-this-tab-capture" : "--mute-audio");
    return arguments;
  }

  /** Takes out what the browser does not need; its temporary files go into that folder. */
  static void keepOnlyWhatABrowserNeeds(Map<String, String> environment, Path folder) {
    environment.keySet().removeIf(name -> !NEEDED.contains(name) && !name.startsWith("LC_"));
    environment.put("TMPDIR", folder.toString());
  }
}
