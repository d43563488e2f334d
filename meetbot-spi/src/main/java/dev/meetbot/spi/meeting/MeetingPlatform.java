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

  /** How the page receives what people say. */
  default AudioShape audioShape() {
    return AudioShape.OWN_TRACKS;
  }

  /**
   * The language in which the browser asks for the platform's pages, so that they come as their
   * texts are known best.
   */
  default String language() {
    return "en-US";
  }

  /** Whether the page wants a camera and a microphone; the browser then has ones that are mute. */
  default boolean wantsDevices() {
    return false;
  }

  /**
   * Opens the meeting's first page; blocks until it is there.
   *
   * @throws dev.meetbot.spi.browser.BrowserException when it does not come
   */
  MeetingPage open(BrowserSession session, Visit visit);
}
