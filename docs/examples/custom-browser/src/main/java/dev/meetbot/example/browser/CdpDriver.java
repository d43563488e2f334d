package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Drives Chromium by its DevTools protocol: one process for each session, or a context of its own
 * in a browser that runs elsewhere. Thread-safe.
 */
final class CdpDriver implements BrowserDriver {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final CdpSettings settings;
  private final HttpClient client;
  private final Set<CdpSession> sessions = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  CdpDriver(CdpSettings settings) {
    this.settings = settings;
    Json.object(); // finds the JSON provider now, by the thread that opens the plugin
    client =
        HttpClient.newBuilder()
            .executor(Executors.newCachedThreadPool(task -> daemon(task, "meetbot-cdp")))
            .build();
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public BrowserSession launch(BrowserOptions options) {
    Deadline deadline = Deadline.of("start a browser", START);
    if (closed) {
      throw new BrowserException("The browser driver is closed");
    }
    CdpSession session = open(options, deadline);
    sessions.add(session);
    if (closed) {
      session.close();
      throw new BrowserException("The browser driver is closed");
    }
    return session;
  }

  private CdpSession open(BrowserOptions options, Deadline deadline) {
    if (settings.endpoint() != null) {
      return open(
          new Endpoint(client, settings.endpoint()).connect(deadline), null, options, deadline);
    }
    if (settings.executable() == null) {
      throw new BrowserException(health().detail());
    }
    ChromiumProcess process =
        ChromiumProcess.start(settings.executable(), settings.arguments(), options);
    try {
      Connection connection =
          Connection.open(
              client, process.address(deadline), Duration.ofMillis(deadline.leftMillis()));
      return open(connection, process, options, deadline);
    } catch (BrowserException e) {
      process.kill();
      throw e;
    }
  }

  private CdpSession open(
      Connection connection,
      @Nullable ChromiumProcess process,
      BrowserOptions options,
      Deadline deadline) {
    try {
      return CdpSession.open(connection, process, options, deadline, sessions::remove);
    } catch (BrowserException e) {
      connection.abort();
      throw e;
    }
  }

  @Override
  public BrowserHealth health() {
    if (settings.endpoint() != null) {
      return new Endpoint(client, settings.endpoint())
          .health(Deadline.of("look for the browser", LOOK));
    }
    if (settings.executable() == null) {
      return new BrowserHealth(
          false,
          "Chromium was not found: install the package chromium, or set"
              + " meetbot.browser.cdp.executable");
    }
    return Files.isExecutable(settings.executable())
        ? new BrowserHealth(true, "Chromium " + settings.executable())
        : new BrowserHealth(
            false,
            "There is no program "
                + settings.executable()
                + ": correct meetbot.browser.cdp.executable");
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(sessions).parallelStream().forEach(CdpSession::close);
  }
}
