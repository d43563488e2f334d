package dev.meetbot.spi.browser;

/** The page could not be loaded, because nobody was reached or the connection broke off. */
public final class PageUnreachableException extends BrowserException {
  private static final long serialVersionUID = 1L;

  public PageUnreachableException(String message) {
    super(message);
  }

  public PageUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
