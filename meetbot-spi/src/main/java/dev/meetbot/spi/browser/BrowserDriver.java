package dev.meetbot.spi.browser;

/** Starts real browsers. Thread-safe. */
public interface BrowserDriver extends AutoCloseable {
  /**
   * Starts a browser with one empty page; blocks until it is there (about a second).
   *
   * @throws BrowserException when no browser could be started
   */
  BrowserSession launch(BrowserOptions options);

  /** Whether browsers can be started here, without starting one. */
  BrowserHealth health();

  /** Ends every browser it started; a second call does nothing. */
  @Override
  void close();
}
