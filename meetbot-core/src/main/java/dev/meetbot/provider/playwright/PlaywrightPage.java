package dev.meetbot.provider.playwright;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitUntilState;
import dev.meetbot.spi.browser.BrowserFilm;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.PageTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The page's methods, each one command for the session's thread. */
final class PlaywrightPage implements BrowserPage {
  private final SessionThread thread;
  private final ConsoleErrors errors;

  PlaywrightPage(SessionThread thread, ConsoleErrors errors) {
    this.thread = thread;
    this.errors = errors;
  }

  @Override
  public void open(URI url, Duration timeout) {
    thread.call(
        "open " + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath(),
        timeout,
        (page, left) ->
            page.navigate(
                url.toString(),
                new Page.NavigateOptions()
                    .setWaitUntil(WaitUntilState.DOMCONTENTLOADED)
                    .setTimeout(left)));
  }

  /**
   * The page's own timer ends an asynchronous function that takes too long, so that the next call
   * can run; against a page whose thread is busy only the caller's clock helps.
   */
  @Override
  public String evaluate(String function, String argumentJson, Duration timeout) {
    String wrapped =
        "async ({ json, millis }) => { const late = {}; let timer;"
            + " const clock = new Promise(r => { timer = setTimeout(() => r(late), millis); });"
            + " try { const value = await Promise.race([clock, ("
            + function
            + "\n)(JSON.parse(json))]);"
            + " return value === late ? '' : JSON.stringify(value) ?? 'null'; }"
            + " finally { clearTimeout(timer); } }";
    return thread.call(
        "evaluate",
        timeout,
        (page, left) -> {
          Object text = page.evaluate(wrapped, Map.of("json", argumentJson, "millis", left));
          if ("".equals(text)) {
            throw new PageTimeoutException(
                "evaluate: the function did not end within " + timeout.toMillis() + " ms");
          }
          return String.valueOf(text);
        });
  }

  @Override
  public void click(String selector, Duration timeout) {
    thread.call(
        "click " + selector,
        timeout,
        (page, left) -> {
          visible(page, selector).click(new Locator.ClickOptions().setTimeout(left));
          return true;
        });
  }

  @Override
  public void fill(String selector, String text, Duration timeout) {
    thread.call(
        "fill " + selector,
        timeout,
        (page, left) -> {
          visible(page, selector).fill(text, new Locator.FillOptions().setTimeout(left));
          return true;
        });
  }

  @Override
  public void clickAt(double x, double y, Duration timeout) {
    thread.call(
        "click a point",
        timeout,
        (page, left) -> {
          page.mouse().click(x, y);
          return true;
        });
  }

  @Override
  public void moveTo(double x, double y, Duration timeout) {
    thread.call(
        "move the mouse",
        timeout,
        (page, left) -> {
          page.mouse().move(x, y);
          return true;
        });
  }

  @Override
  public void type(String text, Duration timeout) {
    thread.call(
        "type",
        timeout,
        (page, left) -> {
          page.keyboard().press("ControlOrMeta+A");
          page.keyboard().insertText(text);
          return true;
        });
  }

  @Override
  public void press(String key, Duration timeout) {
    thread.call(
        "press " + key,
        timeout,
        (page, left) -> {
          page.keyboard().press(key);
          return true;
        });
  }

  @Override
  public byte[] screenshot(Duration timeout) {
    return thread.call(
        "screenshot",
        timeout,
        (page, left) ->
            page.screenshot(
                new Page.ScreenshotOptions().setType(ScreenshotType.PNG).setTimeout(left)));
  }

  @Override
  public byte[] archive(Duration timeout) {
    return thread.call(
        "archive",
        timeout,
        (page, left) -> {
          CDPSession protocol = page.context().newCDPSession(page);
          try {
            String text = protocol.send("Page.captureSnapshot").get("data").getAsString();
            return text.getBytes(StandardCharsets.UTF_8);
          } finally {
            protocol.detach();
          }
        });
  }

  @Override
  public List<String> consoleErrors() {
    return errors.lines();
  }

  @Override
  public BrowserFilm film(Duration timeout) {
    return Screencast.start(thread, timeout);
  }

  private static Locator visible(Page page, String selector) {
    return page.locator("css=" + selector)
        .filter(new Locator.FilterOptions().setVisible(true))
        .first();
  }
}
