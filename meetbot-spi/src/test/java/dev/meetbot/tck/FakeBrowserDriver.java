package dev.meetbot.tck;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A browser that shows nothing: for tests of what lies above browsers. Thread-safe. Scripts
 * evaluate to {@code null}, and a screenshot is one byte.
 */
public final class FakeBrowserDriver implements BrowserDriver {
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final List<BrowserOptions> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger launches = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  /** The next so many launches fail. */
  public void refuse(int launches) {
    refusals.set(launches);
  }

  /** How often a browser was asked for. */
  public int launches() {
    return launches.get();
  }

  /** With what each browser was asked for, in order. */
  public List<BrowserOptions> asked() {
    return List.copyOf(asked);
  }

  /** How many sessions are open. */
  public long open() {
    return sessions.stream().filter(session -> !session.closed).count();
  }

  @Override
  public BrowserSession launch(BrowserOptions options) {
    launches.incrementAndGet();
    asked.add(options);
    if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new BrowserException("the fake browser does not start");
    }
    Session session = new Session();
    sessions.add(session);
    return session;
  }

  @Override
  public BrowserHealth health() {
    return new BrowserHealth(true, "fake");
  }

  @Override
  public void close() {
    sessions.forEach(Session::close);
  }

  private static final class Session implements BrowserSession, BrowserPage {
    private volatile boolean closed;

    @Override
    public void addInitScript(String script) {
      present();
    }

    @Override
    public void expose(String name, Consumer<String> handler) {
      present();
    }

    @Override
    public BrowserPage page() {
      return this;
    }

    @Override
    public OptionalLong processId() {
      return OptionalLong.empty();
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public void open(URI url, Duration timeout) {
      present();
    }

    @Override
    public String evaluate(String function, String argumentJson, Duration timeout) {
      present();
      return "null";
    }

    @Override
    public void click(String selector, Duration timeout) {
      present();
    }

    @Override
    public void clickAt(double x, double y, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void moveTo(double x, double y, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void type(String text, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] archive(Duration timeout) {
      return "From: <fake>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public java.util.List<String> consoleErrors() {
      return java.util.List.of("error: it broke");
    }

    @Override
    public dev.meetbot.spi.browser.BrowserFilm film(Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void press(String key, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void fill(String selector, String text, Duration timeout) {
      present();
    }

    @Override
    public byte[] screenshot(Duration timeout) {
      present();
      return new byte[] {1};
    }

    private void present() {
      if (closed) {
        throw new BrowserGoneException("the fake browser is closed");
      }
    }
  }
}
