package dev.meetbot.lab.guest;

import com.microsoft.playwright.Page;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A person with a tone and a camera on a meeting page that others wrote, in a Chromium of their
 * own. Any thread may call.
 */
public final class OtherGuest implements AutoCloseable {
  private final Voice voice;
  private final GuestBrowser browser;

  private OtherGuest(Voice voice, GuestBrowser browser) {
    this.voice = voice;
    this.browser = browser;
  }

  /** Opens the page. */
  public static OtherGuest open(Voice voice, URI url) {
    GuestBrowser browser = GuestBrowser.start(voice.name(), Guest.script(voice));
    try {
      browser.act(page -> page.navigate(url.toString()));
      return new OtherGuest(voice, browser);
    } catch (RuntimeException e) {
      browser.close();
      throw e;
    }
  }

  public Voice voice() {
    return voice;
  }

  /** Does something on the page. */
  public void act(Consumer<Page> act) {
    browser.act(act);
  }

  /** Reads something from the page. */
  public <T> T read(Function<Page, T> reading) {
    return browser.call(reading);
  }

  /** Speaks in these spans of wall clock time (epoch ms), instead of what was told before. */
  public void speak(List<Span> spans) {
    StringBuilder list = new StringBuilder();
    for (Span span : spans) {
      list.append(list.isEmpty() ? "" : ",")
          .append(String.format(Locale.ROOT, "[%.0f,%.0f]", span.startMs(), span.endMs()));
    }
    browser.act(page -> page.evaluate("labGuest.follow([" + list + "])"));
  }

  /** What was really said so far, in epoch ms. */
  public Speech speech() {
    return PageLog.speech(
        voice, browser.call(page -> (String) page.evaluate("JSON.stringify(labGuest.truth())")));
  }

  /** Closes the browser, which leaves; a second call does nothing. */
  @Override
  public void close() {
    browser.close();
  }
}
