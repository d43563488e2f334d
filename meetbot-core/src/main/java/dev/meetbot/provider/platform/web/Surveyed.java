package dev.meetbot.provider.platform.web;

import java.time.Duration;
import java.util.List;

/** A meeting page whose data file can be held against what the page shows. */
public interface Surveyed {
  /**
   * Every element of the data file, in its order. May be called from any thread; empty while the
   * page is on its way to another one. Throws what {@link dev.meetbot.spi.browser.BrowserPage}
   * throws.
   */
  List<ElementSurvey> survey(Duration timeout);
}
