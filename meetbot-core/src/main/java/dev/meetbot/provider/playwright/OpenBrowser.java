package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A started browser with its page, for use by the thread that started it only. */
record OpenBrowser(DriverConnection driver, Browser browser, Page page, SessionProcesses processes)
    implements AutoCloseable {
  static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  /**
   * Starts a browser here, or has the remote endpoint start one; blocks for a second or more.
   *
   * @param driver is closed when that fails
   */
  static OpenBrowser start(
      DriverConnection driver,
      PlaywrightSettings settings,
      BrowserOptions options,
      String session,
      Path temporaryDirectory) {
    try {
      URI endpoint = settings.endpoint();
      BrowserType chromium = driver.playwright().chromium();
      Browser browser =
          endpoint == null
              ? chromium.launch(local(settings, options, session, temporaryDirectory))
              : new RemoteBrowser(endpoint, settings).connect(chromium, options, session);
      Optional<BrowserProcess> process =
          endpoint == null
              ? BrowserProcess.find(LaunchArguments.SESSION_SWITCH + session)
              : Optional.empty();
      return new OpenBrowser(
          driver,
          browser,
          newContext(browser, options).newPage(),
          new SessionProcesses(process, driver.node()));
    } catch (PlaywrightException e) {
      quietly(driver::close);
      throw new BrowserException("Chromium did not start: " + shortened(e.getMessage()), e);
    }
  }

  private static BrowserType.LaunchOptions local(
      PlaywrightSettings settings, BrowserOptions options, String session, Path temporary) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(settings.chromium())
        .setHeadless(true)
        .setChromiumSandbox(settings.sandbox())
        .setArgs(arguments(settings, options, session, temporary))
        .setIgnoreDefaultArgs(LaunchArguments.withoutDefaults(options))
        .setEnv(LaunchArguments.environment(System.getenv(), temporary.toString()))
        .setArtifactsDir(temporary)
        // The engine ends its bots itself, with time to leave their meetings.
        .setHandleSIGINT(false)
        .setHandleSIGTERM(false)
        .setHandleSIGHUP(false)
        .setTimeout(START_TIMEOUT.toMillis());
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
    quietly(driver::close);
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
