package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.Capture.TrackKey;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserPage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** Tells the page's tap what to do; blocks for the page's answer. Used by one thread at a time. */
final class TapControl {
  private static final System.Logger LOG = System.getLogger(TapControl.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TAB_TIMEOUT = Duration.ofSeconds(10);
  private static final int FRAME_RATE = 15;

  private final BrowserPage page;
  private final String handle;
  private boolean applied = true;

  TapControl(BrowserPage page, String handle) {
    this.page = page;
    this.handle = handle;
  }

  /** Sets what is copied; false when the page did not take it, then it should be tried again. */
  boolean mode(TapMode mode) {
    applied = call("mode", mode.json(), TIMEOUT);
    return applied;
  }

  /** Whether the page took the latest mode. */
  boolean applied() {
    return applied;
  }

  /** These tracks can only go on with a key frame. */
  void need(Collection<TrackKey> tracks) {
    call(
        "need",
        tracks.stream()
            .map(t -> "{\"doc\":" + t.doc() + ",\"track\":" + t.track() + "}")
            .collect(Collectors.joining(",", "[", "]")),
        TIMEOUT);
  }

  /** Has the page send what it still has. */
  void flush() {
    call("flush", Long.toString(TIMEOUT.toMillis() * 3 / 4), TIMEOUT);
  }

  /**
   * Begins to capture the tab.
   *
   * @throws BrowserException when the browser refuses
   */
  void tab(boolean audio) {
    page.evaluate(
        function("tab"), "{\"frameRate\":" + FRAME_RATE + ",\"audio\":" + audio + "}", TAB_TIMEOUT);
  }

  private boolean call(String method, String argument, Duration timeout) {
    try {
      return !"null".equals(page.evaluate(function(method), argument, timeout));
    } catch (BrowserException e) {
      LOG.log(Level.DEBUG, () -> "tap " + method + ": " + e.getMessage());
      return false;
    }
  }

  /** A document without WebRTC has no tap. */
  private String function(String method) {
    return "a => window['" + handle + "'] ? window['" + handle + "']." + method + "(a) : null";
  }
}
