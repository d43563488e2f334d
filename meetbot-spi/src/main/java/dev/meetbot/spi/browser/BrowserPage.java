package dev.meetbot.spi.browser;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The page of a session. Every method blocks at most for its timeout and throws {@link
 * PageTimeoutException} then, or {@link BrowserGoneException} when the browser has ended.
 */
public interface BrowserPage {
  /**
   * Loads the address; returns when its document is there.
   *
   * @throws PageUnreachableException when the network does not lead there
   */
  void open(URI url, Duration timeout);

  /**
   * Calls a JavaScript function, which may be asynchronous, with one argument.
   *
   * @param function source of a function of one parameter
   * @param argumentJson its argument as JSON text
   * @return its result as JSON text, {@code "null"} when there is none
   * @throws BrowserException when the function throws
   */
  String evaluate(String function, String argumentJson, Duration timeout);

  /** Clicks the first visible element that the CSS selector matches, waiting for it. */
  void click(String selector, Duration timeout);

  /** Replaces the text of the first visible input that the CSS selector matches. */
  void fill(String selector, String text, Duration timeout);

  /**
   * Clicks a point as a mouse does, in CSS pixels of the visible part of the page; whatever lies
   * there gets it, in frames too.
   */
  void clickAt(double x, double y, Duration timeout);

  /**
   * Moves the mouse to a point and leaves it there, in CSS pixels of the visible part of the page:
   * pages show controls that have slid away when the mouse moves.
   */
  void moveTo(double x, double y, Duration timeout);

  /** Replaces the text of the element that has the focus, as typing does. */
  void type(String text, Duration timeout);

  /** Presses a key, by its name in the W3C's UI Events, for example {@code Enter}. */
  void press(String key, Duration timeout);

  /** The visible part of the page as PNG. */
  byte[] screenshot(Duration timeout);

  /** The page with all that it is made of, as one MHTML file (RFC 2557). */
  byte[] archive(Duration timeout);

  /** What the page complained of on its console so far, newest last, a bounded number of lines. */
  List<String> consoleErrors();

  /** Begins to film the page; costs as long as it is not closed. */
  BrowserFilm film(Duration timeout);
}
