package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.browser.BrowserPage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does on the page what a person does with mouse and keyboard. */
final class Hands {
  private static final Logger LOG = System.getLogger(Hands.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final double ANYWHERE = 300;
  private static final Duration WAKING = Duration.ofMillis(300);

  private final BrowserPage page;
  private final PageReader reader;
  private final @Nullable String wake;
  private int moves;

  /**
   * @param wake element over which the mouse is moved to bring hidden controls back; null for none
   */
  Hands(BrowserPage page, PageReader reader, @Nullable String wake) {
    this.page = page;
    this.reader = reader;
    this.wake = wake;
  }

  /**
   * Clicks the element.
   *
   * @return false when it is not there, cannot be used now, or something lies on it
   */
  boolean click(String element) {
    LooseJson aim = reader.aim(element, LIMIT);
    if (!aim.has("x") || aim.flag("covered")) {
      wake();
      aim = reader.aim(element, LIMIT);
    }
    if (!aim.has("x") || aim.flag("covered") || aim.flag("disabled")) {
      LOG.log(Level.DEBUG, "no click on {0}: {1}", element, aim.has("x") ? "covered" : "gone");
      return false;
    }
    page.clickAt(aim.decimal("x"), aim.decimal("y"), LIMIT);
    return true;
  }

  /** Moves the mouse, so that a page which hides its controls meanwhile shows them. */
  private void wake() {
    LooseJson stage = wake == null ? LooseJson.parse("null") : reader.aim(wake, LIMIT);
    // Where the mouse is already, moving it there is none.
    double aside = moves++ % 2 == 0 ? 0 : 8;
    double x = stage.has("x") ? stage.decimal("x") : ANYWHERE;
    double y = stage.has("x") ? stage.decimal("y") : ANYWHERE;
    page.moveTo(x + aside, y, LIMIT);
    reader.awaitChange(WAKING, LIMIT);
  }

  /**
   * Types into the element, in place of what it holds; holding it already is fine.
   *
   * @return false when that cannot be done now
   */
  boolean type(String element, String text) {
    if (reader.aim(element, LIMIT).text("value").equals(text)) {
      return true;
    }
    if (!click(element) || !reader.hasFocus(element, LIMIT)) {
      return false;
    }
    page.type(text, LIMIT);
    return true;
  }

  void press(String key) {
    page.press(key, LIMIT);
  }
}
