package dev.meetbot.provider.platform;

import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.PageServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A platform in a real browser before the page {@code meeting.html} beside a test. */
public final class PageStage implements AutoCloseable {
  /** No step takes as long. */
  public static final Duration LONG = Duration.ofSeconds(20);

  private final PlaywrightDriver driver = new PlaywrightDriver(PlaywrightSettings.find());
  private final MeetingPlatform platform;
  private final PageServer server;
  private @Nullable BrowserSession session;

  public PageStage(Class<?> test, MeetingPlatform platform) {
    this.platform = platform;
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream("meeting.html"))) {
      this.server = new PageServer(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void launch() {
    session = driver.launch(BrowserOptions.DEFAULTS.withDevices(platform.wantsDevices()));
  }

  public void end() {
    browser().close();
  }

  private BrowserSession browser() {
    return Objects.requireNonNull(session, "launch comes first");
  }

  public MeetingPage open(String path) {
    MeetingUrl url = new MeetingUrl(platform.id(), server.url().resolve(path), "x");
    return platform.open(browser(), Visit.of(url, "bot", false));
  }

  public String evaluate(String function) {
    return browser().page().evaluate(function, "null", LONG);
  }

  /** Asks to be let in, comes into the call where that is wanted, and reads what is shown then. */
  public void reaches(String from, String html, MeetingState wanted) {
    MeetingPage page = open(from.equals("call") ? "/call" : "/");
    page.requestToJoin("bot");
    until(page, from.equals("call") ? MeetingState.IN_CALL : MeetingState.WAITING_ROOM);
    show(html);
    until(page, wanted);
  }

  /** Puts that in the place of all that the page shows. */
  public void show(String html) {
    browser()
        .page()
        .evaluate(
            "html => { document.body.innerHTML = html; }", Json.createValue(html).toString(), LONG);
  }

  /** Reads until the page is in that state; gives every state on the way. */
  public List<MeetingState> until(MeetingPage page, MeetingState wanted) {
    List<MeetingState> states = new ArrayList<>();
    Await.until(
        "state " + wanted,
        LONG,
        () -> {
          page.tend();
          states.add(page.snapshot(LONG).state());
          return states.contains(wanted);
        });
    return states;
  }

  /** Reads until a snapshot is as wanted, and gives it. */
  public MeetingSnapshot when(MeetingPage page, Predicate<MeetingSnapshot> wanted) {
    AtomicReference<MeetingSnapshot> last = new AtomicReference<>();
    Await.until(
        "a snapshot as wanted",
        LONG,
        () -> {
          last.set(page.snapshot(LONG));
          return wanted.test(last.get());
        });
    return last.get();
  }

  @Override
  public void close() {
    server.close();
    driver.close();
  }
}
