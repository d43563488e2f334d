package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserFilm;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.PageTimeoutException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The page's methods, each a few commands of the protocol. Thread-safe. */
final class CdpPage implements BrowserPage {
  private static final String ELEMENTS = Scripts.read("elements.js");
  private static final int CONTROL = 2;

  private final Channel page;
  private final Documents documents;
  private final ConsoleErrors errors;

  CdpPage(Channel page, Documents documents, ConsoleErrors errors) {
    this.page = page;
    this.documents = documents;
    this.errors = errors;
  }

  /** The message leaves out what comes after the path, which may be a secret. */
  @Override
  public void open(URI url, Duration timeout) {
    String where = url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    Deadline deadline = Deadline.of("open " + where, timeout);
    try {
      JsonObject begun = page.call(deadline, "Page.navigate", "url", url.toString());
      String error = begun.getString("errorText", "");
      if (!error.isEmpty()) {
        throw Failures.notLoaded(deadline.act(), error);
      }
      // none when it is a place in the document that is there
      String load = begun.getString("loaderId", "");
      if (!load.isEmpty()) {
        deadline.await(documents.whenReady(load));
      }
    } catch (PageTimeoutException e) {
      page.tell("Page.stopLoading");
      throw e;
    }
  }

  @Override
  public String evaluate(String function, String argumentJson, Duration timeout) {
    return page.evaluate(
        Deadline.of("evaluate", timeout),
        "(async () => JSON.stringify(await ("
            + function
            + "\n)(JSON.parse("
            + Json.quoted(argumentJson)
            + "))) ?? 'null')()");
  }

  @Override
  public void click(String selector, Duration timeout) {
    Deadline deadline = Deadline.of("click " + selector, timeout);
    String[] point = element(deadline, selector, false).split(" ");
    clickAt(deadline, Double.parseDouble(point[0]), Double.parseDouble(point[1]));
  }

  @Override
  public void fill(String selector, String text, Duration timeout) {
    Deadline deadline = Deadline.of("fill " + selector, timeout);
    element(deadline, selector, true);
    insert(deadline, text);
  }

  private String element(Deadline deadline, String selector, boolean edit) {
    while (true) {
      String arguments =
          "(" + Json.quoted(selector) + ", " + deadline.leftMillis() + ", " + edit + ")";
      try {
        String found = page.evaluate(deadline, "(" + ELEMENTS + "\n)" + arguments);
        if (found.isEmpty()) {
          throw deadline.late();
        }
        return found;
      } catch (BrowserException e) {
        // another document came while it waited: it waits on in that one
        if (!Failures.documentWent(e)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void clickAt(double x, double y, Duration timeout) {
    clickAt(Deadline.of("click a point", timeout), x, y);
  }

  private void clickAt(Deadline deadline, double x, double y) {
    mouse(deadline, "mouseMoved", x, y, 0);
    mouse(deadline, "mousePressed", x, y, 1);
    mouse(deadline, "mouseReleased", x, y, 1);
  }

  @Override
  public void moveTo(double x, double y, Duration timeout) {
    mouse(Deadline.of("move the mouse", timeout), "mouseMoved", x, y, 0);
  }

  private void mouse(Deadline deadline, String type, double x, double y, int clicks) {
    page.call(
        deadline,
        "Input.dispatchMouseEvent",
        "type",
        type,
        "x",
        x,
        "y",
        y,
        "button",
        clicks == 0 ? "none" : "left",
        "clickCount",
        clicks);
  }

  @Override
  public void type(String text, Duration timeout) {
    Deadline deadline = Deadline.of("type", timeout);
    Keys.Key a = Keys.of("a");
    for (String event : List.of("rawKeyDown", "keyUp")) {
      page.call(
          deadline,
          "Input.dispatchKeyEvent",
          "type",
          event,
          "key",
          a.key(),
          "code",
          a.code(),
          "windowsVirtualKeyCode",
          a.windowsCode(),
          "modifiers",
          CONTROL,
          "commands",
          Json.array(event.equals("keyUp") ? List.of() : List.of("selectAll")));
    }
    insert(deadline, text);
  }

  private void insert(Deadline deadline, String text) {
    if (text.isEmpty()) {
      press(deadline, Keys.of("Delete"));
    } else {
      page.call(deadline, "Input.insertText", "text", text);
    }
  }

  @Override
  public void press(String key, Duration timeout) {
    press(Deadline.of("press " + key, timeout), Keys.of(key));
  }

  private void press(Deadline deadline, Keys.Key key) {
    for (String event : List.of(key.text().isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
      page.call(
          deadline,
          "Input.dispatchKeyEvent",
          "type",
          event,
          "key",
          key.key(),
          "code",
          key.code(),
          "windowsVirtualKeyCode",
          key.windowsCode(),
          "text",
          event.equals("keyDown") ? key.text() : "");
    }
  }

  @Override
  public byte[] screenshot(Duration timeout) {
    JsonObject picture =
        page.call(Deadline.of("screenshot", timeout), "Page.captureScreenshot", "format", "png");
    return Base64.getDecoder().decode(picture.getString("data"));
  }

  @Override
  public byte[] archive(Duration timeout) {
    return page.call(Deadline.of("archive", timeout), "Page.captureSnapshot")
        .getString("data")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> consoleErrors() {
    return errors.lines();
  }

  @Override
  public BrowserFilm film(Duration timeout) {
    return CdpFilm.start(page, Deadline.of("film", timeout));
  }
}
