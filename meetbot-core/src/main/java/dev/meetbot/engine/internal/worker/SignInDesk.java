package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.entry.Borrowing;
import dev.meetbot.engine.internal.entry.Borrowing.Busy;
import dev.meetbot.engine.internal.entry.Borrowing.Loan;
import dev.meetbot.engine.internal.entry.Borrowing.Missing;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.StatusChange;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a bot takes an account, and what comes of there being none. */
record SignInDesk(BotParts parts, Inbox inbox, Doorstep door) {
  private static final Logger LOG = System.getLogger(SignInDesk.class.getName());

  /** How often a bot looks for a free account; a job that goes back waits as long. */
  static final Duration LOOK = Duration.ofSeconds(5);

  /**
   * What comes of a page that wants a sign-in.
   *
   * @param again whether the bot tries once more, with an account
   */
  record Next(Trigger fault, boolean again) {}

  /** The page wants a sign-in. */
  Next wanted(Trigger fault) {
    Loan had = door.loan();
    if (had != null) {
      parts.waysIn().identities().signedOut(had);
      return new Next(because(fault, "the identity " + had.name() + " is signed out"), false);
    }
    if (inbox.job().spec().join().signIn() != SignIn.IF_REQUIRED) {
      return new Next(fault, false);
    }
    Borrowing found = door.borrow();
    if (found instanceof Missing missing) {
      return new Next(because(fault, missing.why()), false);
    }
    LOG.log(Level.INFO, "job {0}: the meeting wants a sign-in", inbox.job().id());
    return new Next(fault, true);
  }

  private static Trigger because(Trigger fault, String why) {
    Failure failure = fault.failure();
    String detail = failure == null ? why : failure.detail() + "; " + why;
    return Trigger.faulted(EndReason.FAULT, FailureCode.AUTH_FAILURE, detail);
  }

  /**
   * Waits on the job's own time until the bot has an account.
   *
   * @return why it gets none; empty when it has one, or is not wanted any more
   */
  Optional<Trigger> await() throws InterruptedException {
    Instant end = parts.clock().instant().plus(parts.settings().dispatchTimeout());
    while (inbox.job().status() == JobStatus.JOINING && !inbox.isAbandoned()) {
      Borrowing found = door.borrow();
      if (found instanceof Loan) {
        return Optional.empty();
      }
      if (found instanceof Missing || !parts.clock().instant().isBefore(end)) {
        return Optional.of(refusal(found));
      }
      inbox.await(parts.settings().tickInterval());
    }
    return Optional.empty();
  }

  /** Whether a job that is due and has no account may still wait for one. */
  boolean mayWait(Borrowing found) {
    Instant since = waitingSince(inbox.job());
    return found instanceof Busy
        && Duration.between(since, parts.clock().instant())
                .compareTo(parts.settings().dispatchTimeout())
            < 0;
  }

  /** Since the meeting's time, or since it was put back into the queue after that. */
  private static Instant waitingSince(Job job) {
    return job.history().stream()
        .filter(change -> change.status() == JobStatus.QUEUED)
        .map(StatusChange::at)
        .reduce(job.spec().joinAt(), (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Why the bot does not go. */
  Trigger refusal(Borrowing found) {
    if (found instanceof Missing missing) {
      return Trigger.faulted(EndReason.FAULT, FailureCode.AUTH_FAILURE, missing.why());
    }
    return Trigger.faulted(
        EndReason.FAULT,
        FailureCode.DISPATCH_TIMEOUT,
        "all identities for "
            + inbox.job().spec().platform()
            + " were in use for "
            + parts.settings().dispatchTimeout().toSeconds()
            + " s");
  }
}
