package dev.meetbot.provider.playwright;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function that pages can call. Playwright handles a call while the answer to an earlier one is
 * under way on the same stack, so that a burst would overflow it; a script in the page therefore
 * keeps one call under way and sends what came meanwhile with the next one, in order.
 */
record PageFunction(String name, Consumer<String> handler) {
  private static final String SCRIPT =
      """
      (() => {
        const name = %1$s, send = window['__' + name];
        if (window[name] || !send) return;
        let waiting = [], busy = false;
        const flush = async () => {
          busy = true;
          while (waiting.length) {
            const batch = [];
            let size = 0;
            do {
              size += waiting[0].text.length;
              batch.push(waiting.shift());
            } while (waiting.length && size + waiting[0].text.length <= 4194304);
            try {
              await send(batch.map(call => call.text));
              batch.forEach(call => call.resolve());
            } catch (e) {
              batch.forEach(call => call.reject(e));
            }
          }
          busy = false;
        };
        window[name] = value => new Promise((resolve, reject) => {
          waiting.push({ text: String(value), resolve, reject });
          if (!busy) flush();
        });
      })()
      """;

  /** Adds it to every document to come, and to the one that is there. */
  void addTo(Page page) {
    if (!name.matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
      throw new IllegalArgumentException("Not the name of a function: " + name);
    }
    String script = SCRIPT.formatted('\'' + name + '\'');
    BrowserContext context = page.context();
    context.exposeBinding("__" + name, (source, arguments) -> take(arguments));
    context.addInitScript(script);
    page.evaluate(script);
  }

  private Object take(Object[] arguments) {
    if (arguments.length != 1 || !(arguments[0] instanceof List<?> texts)) {
      throw new IllegalArgumentException(name + " was called past its script");
    }
    for (Object text : texts) {
      handler.accept(String.valueOf(text));
    }
    return true;
  }
}
