package dev.meetbot.engine.internal.capture;

/**
 * Something that the recorder cannot mend.
 *
 * @param detail one sentence
 */
public record RecorderFault(Kind kind, String detail) {
  /** What happened. */
  public enum Kind {
    /** No room for more: recording has ended, what was written before stays. */
    STORE_FULL,
    /** The store failed otherwise: recording has ended, what was written before stays. */
    STORE_FAILED,
    /** The browser did not let its tab be captured; the rest is recorded. */
    TAB_CAPTURE_FAILED
  }
}
