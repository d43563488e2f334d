package dev.meetbot.spi.browser;

import java.util.OptionalLong;
import java.util.function.Consumer;

/** One browser with one page. Methods may be called from any thread and block. */
public interface BrowserSession extends AutoCloseable {
  /** Runs the script in every document of the page before the document's own scripts. */
  void addInitScript(String script);

  /**
   * Gives the page a function {@code window[name](text)}. The handler runs on the session's own
   * thread and must only hand the text on: while it runs the page waits.
   */
  void expose(String name, Consumer<String> handler);

  BrowserPage page();

  /** Process id of the browser, for measuring and for killing one that hangs. */
  OptionalLong processId();

  /**
   * Ends the browser, by force when it does not answer within a few seconds; calls that are under
   * way fail with {@link BrowserGoneException}. A second call does nothing.
   */
  @Override
  void close();
}
