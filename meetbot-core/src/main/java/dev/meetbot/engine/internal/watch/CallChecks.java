package dev.meetbot.engine.internal.watch;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What may end a call. */
final class CallChecks {
  private CallChecks() {}

  /** The host put the bot out. */
  static Optional<Trigger> removed(Sight sight) {
    return sight.inCall() && sight.snapshot().state() == MeetingState.REMOVED
        ? Optional.of(
            Trigger.callOver(
                EndReason.REMOVED,
                FailureCode.REMOVED_FROM_MEETING,
                "the host removed the bot" + sight.words()))
        : Optional.empty();
  }

  /** The meeting is over for all. */
  static Optional<Trigger> ended(Sight sight) {
    MeetingState state = sight.snapshot().state();
    return sight.inCall() && (state == MeetingState.ENDED || state == MeetingState.LEFT)
        ? Optional.of(Trigger.callOver(EndReason.MEETING_ENDED))
        : Optional.empty();
  }

  /** The page has been without its meeting for too long. */
  static MeetingCheck disconnected(Duration limit) {
    HeldSince gone = new HeldSince();
    return sight -> {
      boolean off = sight.inCall() && sight.snapshot().state() == MeetingState.DISCONNECTED;
      return gone.heldFor(off, limit, sight.now())
          ? Optional.of(
              Trigger.faulted(
                  EndReason.FAULT,
                  FailureCode.NETWORK_LOSS,
                  "no connection for " + limit.toSeconds() + " s" + sight.words()))
          : Optional.empty();
    };
  }

  /** Everybody who had been there left. */
  static MeetingCheck solo(Duration limit) {
    HeldSince alone = new HeldSince();
    boolean[] company = {false};
    return sight -> {
      company[0] |= !sight.others().isEmpty();
      boolean solo = present(sight) && company[0] && sight.others().isEmpty();
      return over(alone.heldFor(solo, limit, sight.now()), EndReason.EVERYONE_LEFT);
    };
  }

  /** Nobody else ever came. */
  static MeetingCheck noOneJoined(Duration limit) {
    HeldSince alone = new HeldSince();
    boolean[] company = {false};
    return sight -> {
      company[0] |= !sight.others().isEmpty();
      boolean empty = present(sight) && !company[0];
      return over(alone.heldFor(empty, limit, sight.now()), EndReason.NO_ONE_JOINED);
    };
  }

  /** Others are there, and all of them are bots. */
  static MeetingCheck onlyBots(Duration limit, Predicate<Participant> isBot) {
    HeldSince bots = new HeldSince();
    return sight -> {
      boolean only =
          present(sight) && !sight.others().isEmpty() && sight.others().stream().allMatch(isBot);
      return over(bots.heldFor(only, limit, sight.now()), EndReason.ONLY_BOTS_LEFT);
    };
  }

  /** Nobody was heard for long: by the recorder where it hears, else by the page's highlight. */
  static MeetingCheck silence(Duration limit) {
    HeldSince quiet = new HeldSince();
    return sight -> {
      Instant heard = sight.lastAudioAt();
      boolean recent =
          heard != null
              && Duration.between(heard, sight.now()).compareTo(Duration.ofSeconds(2)) < 0;
      boolean speaking = recent || sight.others().stream().anyMatch(Participant::speaking);
      return over(
          quiet.heldFor(present(sight) && !speaking, limit, sight.now()), EndReason.SILENCE);
    };
  }

  /** The longest allowed stay is over. */
  static MeetingCheck maxDuration(Duration limit) {
    HeldSince there = new HeldSince();
    return sight -> over(there.heldFor(sight.inCall(), limit, sight.now()), EndReason.MAX_DURATION);
  }

  private static boolean present(Sight sight) {
    return sight.inCall() && sight.snapshot().state() == MeetingState.IN_CALL;
  }

  private static Optional<Trigger> over(boolean held, EndReason reason) {
    return held ? Optional.of(Trigger.callOver(reason)) : Optional.empty();
  }
}
