package dev.meetbot.spi.browser;

import org.jspecify.annotations.Nullable;

/**
 * What a session needs.
 *
 * @param width of the page in CSS pixels
 * @param language for example {@code en-US}
 * @param tabCapture whether the page may capture its own tab without a person's click
 * @param devices whether pages find a camera and a microphone (dark and silent ones) and may use
 *     them without asking; a browser on another machine may have none
 * @param signedIn cookies and local storage of a signed-in account as JSON in Playwright's storage
 *     state format, a secret; null for a browser that nobody has used before
 */
public record BrowserOptions(
    int width,
    int height,
    String language,
    boolean tabCapture,
    boolean devices,
    @Nullable String signedIn) {
  /** 1280x720, English, no tab capture, no devices, not signed in. */
  public static final BrowserOptions DEFAULTS =
      new BrowserOptions(1280, 720, "en-US", false, false, null);

  /** The same in another language. */
  public BrowserOptions withLanguage(String other) {
    return new BrowserOptions(width, height, other, tabCapture, devices, signedIn);
  }

  /** The same with or without tab capture. */
  public BrowserOptions withTabCapture(boolean on) {
    return new BrowserOptions(width, height, language, on, devices, signedIn);
  }

  /** The same with or without devices. */
  public BrowserOptions withDevices(boolean on) {
    return new BrowserOptions(width, height, language, tabCapture, on, signedIn);
  }

  /** The same with a signed-in account, or none. */
  public BrowserOptions withSignedIn(@Nullable String state) {
    return new BrowserOptions(width, height, language, tabCapture, devices, state);
  }

  /** Without the account. */
  @Override
  public String toString() {
    return "BrowserOptions["
        + width
        + "x"
        + height
        + ", "
        + language
        + (tabCapture ? ", tab capture" : "")
        + (devices ? ", devices" : "")
        + (signedIn != null ? ", signed in" : "")
        + "]";
  }
}
