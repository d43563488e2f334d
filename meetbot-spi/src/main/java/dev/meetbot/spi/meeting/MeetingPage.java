package dev.meetbot.spi.meeting;

import java.time.Duration;
import java.util.Map;

/**
 * A meeting in a browser: facts and acts, no timing and no decisions. Used by one thread. Every
 * method throws what {@link dev.meetbot.spi.browser.BrowserPage} throws.
 */
public interface MeetingPage {
  /** Gives the name and asks to be let in; returns at once, {@link #snapshot} tells what came. */
  void requestToJoin(String displayName);

  /**
   * Does what a person would do without thinking: takes the next step of the way in, closes a
   * notice that stands in the way. Called before every {@link #snapshot}, from asking to leaving;
   * with nothing to do it does nothing. Blocks for a few seconds at most.
   */
  default void tend() {}

  /**
   * Which alternative of each page element was found so far, by the element's name: 0 is the first.
   * Does not ask the page.
   */
  default Map<String, Integer> matched() {
    return Map.of();
  }

  /** What the page shows now, read in one bounded call. */
  MeetingSnapshot snapshot(Duration timeout);

  /** Writes to everybody in the meeting's chat. */
  void sendChat(String text);

  /** Shows everybody in the call that a recording runs, or no longer does, where that exists. */
  void announceRecording(boolean on);

  /**
   * Asks the host by the platform's own dialog whether the meeting may be recorded, where there is
   * such a dialog; the answer comes as {@link MeetingSnapshot#permission}. A second call asks
   * again.
   *
   * @return false when the platform has none, and nothing was done
   */
  boolean askRecordingPermission(String prompt);

  /** Whether {@link MeetingSnapshot.Participant#host} can be trusted: somebody marked is a host. */
  boolean namesHosts();

  /** Leaves the meeting; not being in it is fine. */
  void leave();
}
