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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts a Chromium with a Playwright driver of its own for every session, so that a frozen or
 * crashed page ends one bot only.
 */
public final class PlaywrightDriver implements BrowserDriver {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final PlaywrightSettings settings;
  private final Set<PlaywrightSession> sessions = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile @Nullable BrowserHealth ready;

  public PlaywrightDriver(PlaywrightSettings settings) {
    this.settings = settings;
  }

  @Override
  public BrowserSession launch(BrowserOptions options) {
    BrowserHealth health = health();
    Path chromium = settings.chromium();
    Path node = settings.node();
    if (!health.ready() || chromium == null || node == null) {
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
              OpenBrowser open =
                  OpenBrowser.start(installation, chromium, settings, options, id, temporary);
              errors.watch(open.page());
              return open;
            });
    return start(thread, id, temporary, errors);
  }

  private PlaywrightSession start(
      SessionThread thread, String id, Path temporary, ConsoleErrors errors) {
    Optional<BrowserProcess> process;
    try {
      process = thread.start(START_TIMEOUT);
    } catch (BrowserException e) {
      thread.end("The browser did not start");
      BrowserProcess.find(LaunchArguments.SESSION_SWITCH + id).ifPresent(BrowserProcess::kill);
      WorkDirectory.remove(temporary);
      throw e;
    }
    PlaywrightSession session =
        new PlaywrightSession(thread, process, temporary, errors, sessions::remove);
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
      known = Prerequisites.check(settings.chromium(), settings.node());
      ready = known.ready() ? known : null;
    }
    return Objects.requireNonNull(known);
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(sessions).parallelStream().forEach(PlaywrightSession::close);
  }
}
