package dev.meetbot.spi.browser;

/** The browser has ended: crashed, killed or closed. */
public final class BrowserGoneException extends BrowserException {
  private static final long serialVersionUID = 1L;

  public BrowserGoneException(String message) {
    super(message);
  }

  public BrowserGoneException(String message, Throwable cause) {
    super(message, cause);
  }
}
