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

  /** Another bot is there, and the job does not stay with one. */
  static MeetingCheck competingBot(boolean leaves, Predicate<Participant> isBot) {
    return sight ->
        over(
            leaves && present(sight) && sight.others().stream().anyMatch(isBot),
            EndReason.COMPETING_BOT);
  }

  /** Nobody is left at all, after people had been there. */
  static MeetingCheck solo(Duration limit, Predicate<Participant> isBot) {
    HeldSince alone = new HeldSince();
    Company company = new Company(isBot);
    return sight -> {
      boolean solo = company.wasThere(sight) && present(sight) && sight.others().isEmpty();
      return over(alone.heldFor(solo, limit, sight.now()), EndReason.EVERYONE_LEFT);
    };
  }

  /** No person ever came; other bots that wait for people too are none. */
  static MeetingCheck noOneJoined(Duration limit, Predicate<Participant> isBot) {
    HeldSince alone = new HeldSince();
    Company company = new Company(isBot);
    return sight -> {
      boolean empty = !company.wasThere(sight) && present(sight);
      return over(alone.heldFor(empty, limit, sight.now()), EndReason.NO_ONE_JOINED);
    };
  }

  /** Others are left, all of them bots, after people had been there. */
  static MeetingCheck onlyBots(Duration limit, Predicate<Participant> isBot) {
    HeldSince bots = new HeldSince();
    Company company = new Company(isBot);
    return sight -> {
      boolean only =
          company.wasThere(sight)
              && present(sight)
              && !sight.others().isEmpty()
              && sight.others().stream().allMatch(isBot);
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

  /** The longest allowed stay is over, counted from when the bot was let in. */
  static MeetingCheck maxDuration(Duration limit) {
    return sight -> {
      Instant joinedAt = sight.joinedAt();
      boolean late =
          joinedAt != null
              && !limit.isZero()
              && Duration.between(joinedAt, sight.now()).compareTo(limit) >= 0;
      return over(late, EndReason.MAX_DURATION);
    };
  }

  /** Remembers whether there ever was a person besides the bot. */
  private static final class Company {
    private final Predicate<Participant> isBot;
    private boolean seen;

    Company(Predicate<Participant> isBot) {
      this.isBot = isBot;
    }

    boolean wasThere(Sight sight) {
      seen = seen || !sight.others().stream().allMatch(isBot);
      return seen;
    }
  }

  private static boolean present(Sight sight) {
    return sight.inCall() && sight.snapshot().state() == MeetingState.IN_CALL;
  }

  private static Optional<Trigger> over(boolean held, EndReason reason) {
    return held ? Optional.of(Trigger.callOver(reason)) : Optional.empty();
  }
}
