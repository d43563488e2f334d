package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import dev.meetbot.spi.browser.BrowserOptions;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A browser on another machine: a Playwright server ({@code ws:}, {@code wss:}; {@code playwright
 * run-server}), which starts one for each session as we ask it to, or a Chromium that is running
 * with remote debugging ({@code http:}, {@code https:}), in which each session gets a context of
 * its own and whose command line is its operator's.
 *
 * @see <a href="https://playwright.dev/java/docs/api/class-browsertype">Playwright, BrowserType</a>
 */
record RemoteBrowser(URI endpoint, PlaywrightSettings settings) {
  private static final String OPTIONS = "x-playwright-launch-options";
  private static final String BROWSER = "x-playwright-browser";

  Browser connect(BrowserType chromium, BrowserOptions options, String session) {
    double timeout = OpenBrowser.START_TIMEOUT.toMillis();
    if (endpoint.getScheme().startsWith("http")) {
      return chromium.connectOverCDP(
          endpoint.toString(), new BrowserType.ConnectOverCDPOptions().setTimeout(timeout));
    }
    return chromium.connect(
        endpoint.toString(),
        new BrowserType.ConnectOptions()
            .setHeaders(Map.of(BROWSER, "chromium", OPTIONS, launchOptions(options, session)))
            .setTimeout(timeout));
  }

  /** As Playwright's protocol names them; a server takes most of them only when told to. */
  String launchOptions(BrowserOptions options, String session) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("headless", true)
            .add("chromiumSandbox", settings.sandbox())
            .add("args", texts(LaunchArguments.of(settings, options, session)))
            .add("ignoreDefaultArgs", texts(LaunchArguments.withoutDefaults(options)))
            .add("timeout", OpenBrowser.START_TIMEOUT.toMillis());
    if (settings.chromium() != null) {
      json.add("executablePath", settings.chromium().toString());
    }
    return json.build().toString();
  }

  private static JsonArrayBuilder texts(List<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }
}
