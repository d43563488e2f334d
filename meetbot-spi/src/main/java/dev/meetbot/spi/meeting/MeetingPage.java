package dev.meetbot.spi.meeting;

import java.time.Duration;

/**
 * A meeting in a browser: facts and acts, no timing and no decisions. Used by one thread. Every
 * method throws what {@link dev.meetbot.spi.browser.BrowserPage} throws.
 */
public interface MeetingPage {
  /** Gives the name and asks to be let in; returns at once, {@link #snapshot} tells what came. */
  void requestToJoin(String displayName);

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
