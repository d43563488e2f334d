package dev.meetbot.spi.browser;

/** The page did not answer in time; it may be frozen. */
public final class PageTimeoutException extends BrowserException {
  private static final long serialVersionUID = 1L;

  public PageTimeoutException(String message) {
    super(message);
  }

  public PageTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
