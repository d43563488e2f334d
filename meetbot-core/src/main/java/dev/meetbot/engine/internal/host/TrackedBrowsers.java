package dev.meetbot.engine.internal.host;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A driver that knows which of its browsers are open. */
public final class TrackedBrowsers implements BrowserDriver {
  private final BrowserDriver driver;
  private final Set<Session> open = ConcurrentHashMap.newKeySet();

  public TrackedBrowsers(BrowserDriver driver) {
    this.driver = driver;
  }

  /** How many browsers are open. */
  public int running() {
    return open.size();
  }

  /** The process ids of the open browsers, as far as they are on this machine. */
  public List<Long> processIds() {
    return open.stream()
        .map(BrowserSession::processId)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  /** The same of those that have been open for that long at least. */
  List<Long> processIds(Duration age) {
    long since = System.nanoTime() - age.toNanos();
    return open.stream()
        .filter(session -> session.openedAt - since <= 0)
        .map(BrowserSession::processId)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  @Override
  public BrowserSession launch(BrowserOptions options) {
    Session session = new Session(driver.launch(options));
    open.add(session);
    return session;
  }

  @Override
  public BrowserHealth health() {
    return driver.health();
  }

  @Override
  public void close() {
    driver.close();
    open.clear();
  }

  private final class Session implements BrowserSession {
    private final BrowserSession session;
    private final long openedAt = System.nanoTime();

    private Session(BrowserSession session) {
      this.session = session;
    }

    @Override
    public void addInitScript(String script) {
      session.addInitScript(script);
    }

    @Override
    public void expose(String name, Consumer<String> handler) {
      session.expose(name, handler);
    }

    @Override
    public BrowserPage page() {
      return session.page();
    }

    @Override
    public OptionalLong processId() {
      return session.processId();
    }

    @Override
    public void close() {
      try {
        session.close();
      } finally {
        open.remove(this);
      }
    }
  }
}
