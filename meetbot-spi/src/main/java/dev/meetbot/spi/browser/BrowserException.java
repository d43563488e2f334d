package dev.meetbot.spi.browser;

/** The browser could not do what it was asked. */
public class BrowserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrowserException(String message) {
    super(message);
  }

  public BrowserException(String message, Throwable cause) {
    super(message, cause);
  }
}
