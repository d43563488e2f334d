package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.PageTimeoutException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Asks the reader in the page. */
final class PageReader {
  /** A page that leads on and on takes its answers with it. */
  private static final int TRIES = 4;

  private final BrowserPage page;
  private final String handle;

  PageReader(BrowserPage page, String handle) {
    this.page = page;
    this.handle = handle;
  }

  /**
   * One reading.
   *
   * @param phase of the flow whose steps are looked at; empty for none
   * @param settle whether to wait the moment until a call just seen is certain
   * @param elements whose presence is asked for
   */
  Reading read(
      boolean asked,
      StateMemory memory,
      String phase,
      boolean settle,
      Collection<String> elements,
      Duration timeout) {
    JsonArrayBuilder been = Json.createArrayBuilder();
    memory.been().forEach(state -> been.add(state.name()));
    JsonObjectBuilder wanted =
        Json.createObjectBuilder()
            .add("asked", asked)
            .add("been", been)
            .add("phase", phase)
            .add("settle", settle)
            .add("elements", Json.createArrayBuilder(elements));
    return new Reading(call("read", wanted.build().toString(), timeout));
  }

  /** Where to click for the element; nothing in it when the element is not there. */
  LooseJson aim(String element, Duration timeout) {
    return call("aim", Json.createValue(element).toString(), timeout);
  }

  boolean hasFocus(String element, Duration timeout) {
    return ask("hasFocus", Json.createValue(element).toString(), timeout).equals("true");
  }

  /** Whether the platform's own script sent the text. */
  boolean sendOwn(String text, Duration timeout) {
    return ask("sendOwn", Json.createValue(text).toString(), timeout).equals("true");
  }

  /** Waits until the page changes, or for the given time. */
  void awaitChange(Duration most, Duration timeout) {
    ask("change", Long.toString(most.toMillis()), timeout);
  }

  List<ElementSurvey> survey(Duration timeout) {
    String answer = ask("survey", "null", timeout);
    return answer.equals("null") ? List.of() : ElementSurvey.parse(answer);
  }

  private LooseJson call(String what, String argument, Duration timeout) {
    return LooseJson.parse(ask(what, argument, timeout));
  }

  private String ask(String what, String argument, Duration timeout) {
    String function = "async a => (await window['" + handle + "']?." + what + "(a)) ?? null";
    for (int i = 1; ; i++) {
      try {
        return page.evaluate(function, argument, timeout);
      } catch (BrowserGoneException | PageTimeoutException e) {
        throw e;
      } catch (BrowserException e) {
        if (i == TRIES || !String.valueOf(e.getMessage()).contains("navigation")) {
          throw e;
        }
      }
    }
  }
}
