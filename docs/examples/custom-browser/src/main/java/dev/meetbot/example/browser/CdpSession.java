package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One page in a browser context of its own. Thread-safe. */
final class CdpSession implements BrowserSession {
  private static final Duration SETUP = Duration.ofSeconds(10);
  private static final Duration GENTLE = Duration.ofSeconds(2);

  private final Channel browser;
  private final String context;
  private final @Nullable ChromiumProcess process;
  private final Frames frames;
  private final PageFunctions functions;
  private final CdpPage page;
  private final OptionalLong processId;
  private final Consumer<CdpSession> whenClosed;
  private final AtomicBoolean closed = new AtomicBoolean();

  private CdpSession(
      Channel browser,
      @Nullable ChromiumProcess process,
      PageSetup setup,
      OptionalLong processId,
      Consumer<CdpSession> whenClosed) {
    this.browser = browser;
    this.context = setup.context();
    this.process = process;
    this.frames = setup.frames();
    this.functions = setup.functions();
    this.page = setup.page();
    this.processId = processId;
    this.whenClosed = whenClosed;
  }

  /**
   * @param process that was started for this session; null when the browser is somebody else's
   */
  static CdpSession open(
      Connection connection,
      @Nullable ChromiumProcess process,
      BrowserOptions options,
      Deadline deadline,
      Consumer<CdpSession> whenClosed) {
    Channel browser = new Channel(connection, "");
    PageSetup setup = PageSetup.run(browser, options, deadline);
    OptionalLong processId =
        process == null ? OptionalLong.empty() : OptionalLong.of(idOf(browser, deadline));
    return new CdpSession(browser, process, setup, processId, whenClosed);
  }

  /** As the browser tells it: a start script may stand between it and us. */
  private static long idOf(Channel browser, Deadline deadline) {
    return browser
        .call(deadline, "SystemInfo.getProcessInfo")
        .getJsonArray("processInfo")
        .getValuesAs(jakarta.json.JsonObject.class)
        .stream()
        .filter(info -> info.getString("type").equals("browser"))
        .findFirst()
        .orElseThrow()
        .getInt("id");
  }

  @Override
  public void addInitScript(String script) {
    frames.tellAll(
        Deadline.of("add a script", SETUP),
        "Page.addScriptToEvaluateOnNewDocument",
        "source",
        script);
  }

  @Override
  public void expose(String name, Consumer<String> handler) {
    functions.add(name, handler, Deadline.of("expose " + name, SETUP));
  }

  @Override
  public BrowserPage page() {
    return page;
  }

  @Override
  public OptionalLong processId() {
    return processId;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    if (process == null) {
      browser
          .connection()
          .endWhenAnswered(
              "The session was closed",
              Deadline.of("close the session", GENTLE),
              browser
                  .connection()
                  .send(
                      "",
                      "Target.disposeBrowserContext",
                      Json.object("browserContextId", context)));
    } else {
      List<ProcessHandle> family = process.family();
      browser.tell("Browser.close");
      browser.connection().end("The session was closed");
      process.ends(GENTLE);
      process.end(family);
    }
    browser.connection().abort();
    functions.close();
    whenClosed.accept(this);
  }
}
