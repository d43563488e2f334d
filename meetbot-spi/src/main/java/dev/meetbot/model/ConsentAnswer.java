package dev.meetbot.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking whether a meeting may be recorded.
 *
 * @param granted whether recording is allowed from here on
 * @param respondent the name of who answered; null when nobody did
 * @param at when the bot took notice
 */
public record ConsentAnswer(
    boolean granted, Reason reason, @Nullable String respondent, Instant at) {
  /** Why the answer is as it is. */
  public enum Reason {
    /** The host said yes. */
    GRANTED,
    /** The host said no. */
    DENIED,
    /** The host said yes before, and takes it back. */
    WITHDRAWN,
    /** Nobody answered in time. */
    TIMEOUT;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
