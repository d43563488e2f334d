package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells Playwright where its driver and Node are. Playwright keeps both for as long as its classes
 * are loaded: what the first session of a class loader used is used by all.
 */
record DriverInstallation(Path workDirectory, Path node) {
  /** Names the driver in its environment. */
  private static final String MARK = "MEETBOT_DRIVER";

  private static final String PROPERTY = "playwright.cli.dir";

  /** A new connection to a driver of its own. */
  DriverConnection connect() {
    String mark = UUID.randomUUID().toString();
    Map<String, String> environment =
        Map.of(
            Driver.PLAYWRIGHT_NODEJS_PATH,
            node.toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1",
            MARK,
            mark);
    install(environment);
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    return new DriverConnection(playwright, marked(MARK + "=" + mark));
  }

  /** Playwright does not tell which process it started. */
  private static Optional<ProcessHandle> marked(String variable) {
    return ProcessHandle.current()
        .children()
        .filter(child -> BrowserProcess.words(child, "environ").contains(variable))
        .findFirst();
  }

  /** An operator's own driver directory is left as it is. */
  private void install(Map<String, String> environment) {
    // Playwright itself locks this class when it looks for the driver
    synchronized (Driver.class) {
      if (System.getProperty(PROPERTY) != null
          || System.getenv(Driver.PLAYWRIGHT_DRIVER_DIR) != null) {
        return;
      }
      DriverFiles files = new DriverFiles(Driver.class.getClassLoader());
      String directory = workDirectory.resolve("playwright-" + files.version()).toString();
      System.setProperty(PROPERTY, directory);
      try {
        files.unpackInto(Driver.ensureDriverInstalled(environment, false).driverDir());
      } finally {
        System.clearProperty(PROPERTY);
      }
    }
  }
}
