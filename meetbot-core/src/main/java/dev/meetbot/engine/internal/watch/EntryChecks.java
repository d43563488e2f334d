package dev.meetbot.engine.internal.watch;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Duration;
import java.util.Optional;

/** What may come of asking to be let in. */
final class EntryChecks {
  private EntryChecks() {}

  /** The bot is in. */
  static Optional<Trigger> admitted(Sight sight) {
    return !sight.inCall() && sight.snapshot().state() == MeetingState.IN_CALL
        ? Optional.of(Trigger.of(Trigger.Kind.ADMITTED))
        : Optional.empty();
  }

  /** The page says that there is no way in. */
  static Optional<Trigger> refused(Sight sight) {
    if (sight.inCall()) {
      return Optional.empty();
    }
    String when = " " + sight.sinceAsking() + sight.words();
    return switch (sight.snapshot().state()) {
      case DENIED, REMOVED ->
          fault(
              EndReason.DENIED, FailureCode.HOST_DENIED_ADMISSION, "the host denied entry" + when);
      case ENTRY_TIMED_OUT ->
          fault(EndReason.ENTRY_TIMEOUT, FailureCode.LOBBY_TIMEOUT, "nobody let the bot in" + when);
      case ENDED ->
          fault(EndReason.MEETING_ENDED, FailureCode.MEETING_ENDED, "the meeting was over" + when);
      case NOT_FOUND ->
          fault(EndReason.FAULT, FailureCode.MEETING_NOT_FOUND, "no such meeting" + sight.words());
      case FULL -> fault(EndReason.FAULT, FailureCode.AUTH_FAILURE, "the meeting was full" + when);
      case AUTH_REQUIRED, BLOCKED ->
          fault(EndReason.FAULT, FailureCode.AUTH_FAILURE, "the platform keeps bots out" + when);
      case SIGN_IN_REQUIRED ->
          fault(EndReason.FAULT, FailureCode.AUTH_FAILURE, "the meeting wants a sign-in" + when);
      case PASSCODE_REQUIRED ->
          fault(
              EndReason.FAULT,
              FailureCode.AUTH_FAILURE,
              "the meeting wants a passcode, or another one" + when);
      default -> Optional.empty();
    };
  }

  /** Nobody let the bot in for too long; who was missing decides on the code. */
  static MeetingCheck entryTimeout(Duration limit) {
    return sight -> {
      boolean late = Duration.between(sight.askedAt(), sight.now()).compareTo(limit) >= 0;
      if (sight.inCall() || limit.isZero() || !late) {
        return Optional.empty();
      }
      String when = " within " + limit.toSeconds() + " s" + sight.words();
      return switch (sight.snapshot().state()) {
        case WAITING_FOR_HOST ->
            fault(
                EndReason.ENTRY_TIMEOUT,
                FailureCode.WAITING_FOR_HOST,
                "the host did not open the meeting" + when);
        case WAITING_ROOM ->
            fault(
                EndReason.ENTRY_TIMEOUT,
                FailureCode.LOBBY_TIMEOUT,
                "nobody let the bot in from the waiting room" + when);
        default ->
            fault(
                EndReason.ENTRY_TIMEOUT,
                FailureCode.DISPATCH_TIMEOUT,
                "the page did not get as far as the waiting room" + when);
      };
    };
  }

  /** The page lost its connection while the bot waited to be let in. */
  static MeetingCheck disconnected(Duration limit) {
    HeldSince gone = new HeldSince();
    return sight -> {
      boolean off = !sight.inCall() && sight.snapshot().state() == MeetingState.DISCONNECTED;
      return gone.heldFor(off, limit, sight.now())
          ? fault(
              EndReason.FAULT,
              FailureCode.NETWORK_LOSS,
              "no connection for " + limit.toSeconds() + " s before being let in" + sight.words())
          : Optional.empty();
    };
  }

  private static Optional<Trigger> fault(EndReason reason, FailureCode code, String detail) {
    return Optional.of(Trigger.faulted(reason, code, detail));
  }
}
