package dev.meetbot.spi.meeting;

import dev.meetbot.spi.browser.BrowserSession;
import java.net.URI;
import java.util.Optional;

/** One meeting product: knows its URLs and its pages. Thread-safe, without state per meeting. */
public interface MeetingPlatform {
  /** The platform's name on the wire, for example {@code meetbot-room}. */
  String id();

  /** The meeting behind the URL; empty when the URL is not this platform's. Does no I/O. */
  Optional<MeetingUrl> parse(URI url);

  /**
   * Whether the first page may be opened some time before the bot asks to be let in, without
   * anybody in the meeting noticing.
   */
  default boolean opensEarly() {
    return true;
  }

  /**
   * Opens the meeting's first page; blocks until it is there.
   *
   * @param painted whether the participants' pictures must show, since the tab itself is recorded;
   *     else nobody looks at the page, and the platform may save the painting
   * @throws dev.meetbot.spi.browser.BrowserException when it does not come
   */
  MeetingPage open(BrowserSession session, MeetingUrl url, boolean painted);
}
