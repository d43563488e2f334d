package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts a Chromium with a Playwright driver of its own for every session, so that a frozen or
 * crashed page ends one bot only. From the first session on, a driver stands ready for the next.
 */
public final class PlaywrightDriver implements BrowserDriver {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration REST = Duration.ofSeconds(8);

  private final PlaywrightSettings settings;
  private final Set<PlaywrightSession> sessions = ConcurrentHashMap.newKeySet();
  private final SpareDriver spare;
  private volatile boolean closed;
  private volatile @Nullable BrowserHealth ready;

  public PlaywrightDriver(PlaywrightSettings settings) {
    this(settings, REST);
  }

  /**
   * @param rest how long after a session's start a driver is made ready for the next
   */
  PlaywrightDriver(PlaywrightSettings settings, Duration rest) {
    this.settings = settings;
    this.spare = new SpareDriver(rest);
  }

  /** Whether a driver stands ready for the next session. */
  boolean hasSpare() {
    return spare.isReady();
  }

  @Override
  public BrowserSession launch(BrowserOptions options) {
    BrowserHealth health = health();
    Path node = settings.node();
    if (!health.ready() || node == null) {
      throw new BrowserException(health.detail());
    }
    if (closed) {
      throw new BrowserException("The browser driver is closed");
    }
    WorkDirectory work = WorkDirectory.prepare(settings.workDirectory());
    Path temporary = work.newSession().path();
    String id = UUID.randomUUID().toString();
    DriverInstallation installation = new DriverInstallation(work.path(), node);
    ConsoleErrors errors = new ConsoleErrors();
    SessionThread thread =
        new SessionThread(
            "meetbot-browser-" + id.substring(0, 8),
            () -> {
              OpenBrowser open = open(installation, options, id, temporary);
              errors.watch(open.page());
              return open;
            });
    PlaywrightSession session = start(thread, id, temporary, errors);
    spare.prepare(installation::connect);
    return session;
  }

  /** With the driver that stands ready, unless it has died; else with a new one. */
  private OpenBrowser open(
      DriverInstallation installation, BrowserOptions options, String id, Path temporary) {
    DriverConnection ready = spare.take();
    if (ready != null) {
      try {
        return OpenBrowser.start(ready, settings, options, id, temporary);
      } catch (BrowserException e) {
        System.getLogger(PlaywrightDriver.class.getName())
            .log(System.Logger.Level.DEBUG, "once more with a new driver", e);
      }
    }
    return OpenBrowser.start(installation.connect(), settings, options, id, temporary);
  }

  private PlaywrightSession start(
      SessionThread thread, String id, Path temporary, ConsoleErrors errors) {
    SessionProcesses processes;
    try {
      processes = thread.start(START_TIMEOUT);
    } catch (BrowserException e) {
      thread.end("The browser did not start");
      BrowserProcess.find(LaunchArguments.SESSION_SWITCH + id).ifPresent(BrowserProcess::kill);
      WorkDirectory.remove(temporary);
      throw e;
    }
    PlaywrightSession session =
        new PlaywrightSession(thread, processes, temporary, errors, sessions::remove);
    sessions.add(session);
    if (closed) {
      session.close();
      throw new BrowserException("The browser driver is closed");
    }
    return session;
  }

  /** Remembers that all was there; what is missing is looked for again every time. */
  @Override
  public BrowserHealth health() {
    BrowserHealth known = ready;
    if (known == null) {
      known = Prerequisites.check(settings);
      ready = known.ready() ? known : null;
    }
    return Objects.requireNonNull(known);
  }

  @Override
  public void close() {
    closed = true;
    spare.close();
    List.copyOf(sessions).parallelStream().forEach(PlaywrightSession::close);
  }
}
