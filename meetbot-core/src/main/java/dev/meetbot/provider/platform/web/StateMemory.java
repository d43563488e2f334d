package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.meeting.MeetingState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the bot is, from one reading to the next. One thread. */
final class StateMemory {
  /** For so long a page in a call may show nothing that is known. */
  private static final Duration BLANK = Duration.ofSeconds(10);

  /** For so long a page may want the passcode that it is given, and take it in. */
  private static final Duration DIGESTING = Duration.ofSeconds(4);

  private static final Set<MeetingState> ON_THE_WAY =
      EnumSet.of(
          MeetingState.PREJOIN,
          MeetingState.WAITING_FOR_HOST,
          MeetingState.WAITING_ROOM,
          MeetingState.IN_CALL,
          MeetingState.DISCONNECTED);

  private final Set<MeetingState> been = EnumSet.noneOf(MeetingState.class);
  private MeetingState now = MeetingState.PREJOIN;
  private @Nullable Instant blankSince;
  private @Nullable Instant passcodeAt;
  private @Nullable Instant admittedAt;

  /** The passcode was given to the page. */
  void passcodeGiven(Instant at) {
    passcodeAt = at;
  }

  /**
   * Takes a reading in.
   *
   * @param passcode whether there is a passcode to give
   */
  MeetingState take(Reading reading, boolean passcode, Instant at) {
    MeetingState seen = reading.state();
    if (seen == MeetingState.PASSCODE_REQUIRED && passcode) {
      passcodeAt = passcodeAt == null ? at : passcodeAt;
      seen = isDigesting(passcodeAt, at) ? MeetingState.PREJOIN : seen;
    }
    if (seen == null) {
      blankSince = blankSince == null ? at : blankSince;
      boolean lost =
          now == MeetingState.IN_CALL && Duration.between(blankSince, at).compareTo(BLANK) >= 0;
      now = lost ? MeetingState.DISCONNECTED : now;
      return now;
    }
    blankSince = null;
    now = seen;
    been.add(seen);
    if (seen == MeetingState.IN_CALL && admittedAt == null) {
      admittedAt = reading.inCallSince().orElse(at);
    }
    return now;
  }

  private static boolean isDigesting(Instant since, Instant at) {
    return Duration.between(since, at).compareTo(DIGESTING) < 0;
  }

  MeetingState state() {
    return now;
  }

  /** All states so far. */
  Set<MeetingState> been() {
    return been;
  }

  /** When the call was first seen; null before. */
  @Nullable Instant admittedAt() {
    return admittedAt;
  }

  /** Whether there is nothing more to do on the page. */
  boolean isFinal() {
    return !ON_THE_WAY.contains(now);
  }

  /** Which part of the flow has its turn. */
  String phase() {
    return been.contains(MeetingState.IN_CALL) ? "call" : "entry";
  }
}
