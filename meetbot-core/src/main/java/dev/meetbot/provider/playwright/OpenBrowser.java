package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A started browser with its page, for use by the thread that started it only. */
record OpenBrowser(
    Playwright playwright, Browser browser, Page page, Optional<BrowserProcess> process)
    implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  /**
   * Starts a browser; blocks for a second or more.
   *
   * @param playwright is closed when that fails
   */
  static OpenBrowser start(
      Playwright playwright,
      Path chromium,
      PlaywrightSettings settings,
      BrowserOptions options,
      String session,
      Path temporaryDirectory) {
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setHeadless(true)
                      .setChromiumSandbox(settings.sandbox())
                      .setArgs(arguments(settings, options, session, temporaryDirectory))
                      .setIgnoreDefaultArgs(LaunchArguments.withoutDefaults(options))
                      .setEnv(
                          LaunchArguments.environment(
                              System.getenv(), temporaryDirectory.toString()))
                      .setArtifactsDir(temporaryDirectory)
                      // The engine ends its bots itself, with time to leave their meetings.
                      .setHandleSIGINT(false)
                      .setHandleSIGTERM(false)
                      .setHandleSIGHUP(false)
                      .setTimeout(START_TIMEOUT.toMillis()));
      Optional<BrowserProcess> process =
          BrowserProcess.find(LaunchArguments.SESSION_SWITCH + session);
      return new OpenBrowser(playwright, browser, newContext(browser, options).newPage(), process);
    } catch (PlaywrightException e) {
      quietly(playwright::close);
      throw new BrowserException("Chromium did not start: " + shortened(e.getMessage()), e);
    }
  }

  private static List<String> arguments(
      PlaywrightSettings settings, BrowserOptions options, String session, Path temporary) {
    List<String> arguments = new ArrayList<>(LaunchArguments.of(settings, options, session));
    if (options.devices()) {
      arguments.addAll(MuteDevices.in(temporary));
    }
    return arguments;
  }

  private static BrowserContext newContext(Browser browser, BrowserOptions options) {
    Browser.NewContextOptions wanted =
        new Browser.NewContextOptions()
            .setViewportSize(options.width(), options.height())
            .setLocale(options.language())
            // Strict pages forbid the worker that taps media.
            .setBypassCSP(true)
            // Nobody looks at a bot's page: one endless animation costs as much as all decoding.
            .setReducedMotion(ReducedMotion.REDUCE)
            .setAcceptDownloads(false)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    if (options.signedIn() != null) {
      wanted.setStorageState(options.signedIn());
    }
    if (options.devices()) {
      wanted.setPermissions(List.of("camera", "microphone"));
    }
    return browser.newContext(wanted);
  }

  /** Ends browser and driver; either may be gone already. */
  @Override
  public void close() {
    quietly(browser::close);
    quietly(playwright::close);
  }

  private static void quietly(Runnable closing) {
    try {
      closing.run();
    } catch (PlaywrightException e) {
      System.getLogger(OpenBrowser.class.getName())
          .log(System.Logger.Level.DEBUG, "The browser was gone already", e);
    }
  }

  private static String shortened(String message) {
    return message.length() <= 600 ? message : message.substring(0, 600) + "...";
  }
}
