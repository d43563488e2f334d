package dev.meetbot.spi.browser;

/**
 * What a session needs.
 *
 * @param width of the page in CSS pixels
 * @param language for example {@code en-US}
 * @param tabCapture whether the page may capture its own tab without a person's click
 */
public record BrowserOptions(int width, int height, String language, boolean tabCapture) {
  /** 1280x720, English, no tab capture. */
  public static final BrowserOptions DEFAULTS = new BrowserOptions(1280, 720, "en-US", false);
}
