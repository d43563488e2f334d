package dev.meetbot.lab.guest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One Chromium with one page, driven by one Playwright on one thread: Playwright for Java must not
 * be shared between threads. Any thread may call; acts run one after the other.
 */
public final class GuestBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--autoplay-policy=no-user-gesture-required",
          "--allow-loopback-in-peer-connection",
          "--use-fake-ui-for-media-stream");

  private final ExecutorService owner;
  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private boolean closed;

  private record Opened(Playwright playwright, Browser browser, Page page) {}

  private GuestBrowser(ExecutorService owner, Opened opened) {
    this.owner = owner;
    this.playwright = opened.playwright();
    this.browser = opened.browser();
    this.page = opened.page();
  }

  /**
   * Starts Chromium; blocks for some seconds.
   *
   * @param name names the thread
   * @param initScript runs in every page before its own scripts
   * @throws IllegalStateException when it does not start
   */
  public static GuestBrowser start(String name, String initScript) {
    ExecutorService owner =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "guest-" + name);
              thread.setDaemon(true);
              return thread;
            });
    try {
      return new GuestBrowser(owner, await(owner.submit(() -> open(initScript)), PATIENCE));
    } catch (RuntimeException e) {
      owner.shutdownNow();
      throw e;
    }
  }

  private static Opened open(String initScript) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", setting("MEETBOT_BROWSER_NODE", "/usr/bin/node"));
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
    try {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(
                          Path.of(setting("MEETBOT_BROWSER_EXECUTABLE", "/usr/bin/chromium")))
                      .setArgs(ARGUMENTS));
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 720));
      page.setDefaultTimeout(15_000);
      page.addInitScript(initScript);
      return new Opened(playwright, browser, page);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  private static String setting(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }

  /**
   * Runs an act on the owner thread and waits for it, a minute at most.
   *
   * @throws IllegalStateException when it takes longer or the browser is closed
   * @throws RuntimeException what the act threw
   */
  public <T> T call(Function<Page, T> act) {
    return await(owner.submit(() -> act.apply(page)), PATIENCE);
  }

  /** Like {@link #call} for an act without a result. */
  public void act(java.util.function.Consumer<Page> act) {
    call(
        p -> {
          act.accept(p);
          return true;
        });
  }

  private static <T> T await(Future<T> future, Duration patience) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the guest's browser did not answer in " + patience, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Ends Chromium and Playwright's driver; a second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      await(owner.submit(this::end), Duration.ofSeconds(20));
    } catch (RuntimeException e) {
      System.getLogger(GuestBrowser.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a guest's browser", e);
    } finally {
      owner.shutdownNow();
    }
  }

  private void end() {
    try {
      browser.close();
    } finally {
      playwright.close();
    }
  }
}
