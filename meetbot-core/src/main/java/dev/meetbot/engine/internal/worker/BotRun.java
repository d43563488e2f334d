package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.entry.Borrowing;
import dev.meetbot.engine.internal.entry.Borrowing.Loan;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One bot's work, from the claim to the end, on one thread of its own: all triggers of the job that
 * this engine causes are applied there, one after the other.
 */
final class BotRun implements Runnable {
  private static final Logger LOG = System.getLogger(BotRun.class.getName());
  private static final int FINISH_TRIES = 3;
  private static final Duration ROOM_LOOK = Duration.ofSeconds(5);

  private final BotParts parts;
  private final JobId id;
  private final Cause cause;
  private final @Nullable WorkerId claimedBy;
  private final Inbox inbox;

  /** Why a job was claimed. */
  enum Cause {
    /** Its time has come, or is near. */
    DUE,
    /** Another worker left it behind. */
    LEFT_BEHIND,
    /** It has waited for too long: no bot goes. */
    OVERDUE
  }

  /** A run of a claimed job. */
  BotRun(BotParts parts, Job job, Cause cause) {
    this.parts = parts;
    this.id = job.id();
    this.cause = cause;
    this.claimedBy = job.lease() == null ? null : job.lease().worker();
    this.inbox = new Inbox(job);
  }

  JobId id() {
    return id;
  }

  Inbox inbox() {
    return inbox;
  }

  /** Whether the bot still waits for its time. */
  boolean isWaiting() {
    Job job = inbox.job();
    return job.status() == JobStatus.QUEUED
        && job.progress().dueAt().isAfter(parts.clock().instant())
        && !inbox.isStoodDown();
  }

  @Override
  public void run() {
    try {
      if (affordable()) {
        work();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      release();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the run of job " + id + " broke", e);
      end(Trigger.broken("an unexpected error: " + e));
    }
  }

  /** The credit may have been used up since the job was made; then no browser is started. */
  private boolean affordable() {
    Job job = inbox.job();
    Optional<String> refusal =
        job.status() == JobStatus.QUEUED ? parts.credit().refusal(job.tenant()) : Optional.empty();
    refusal.ifPresent(
        why -> end(Trigger.faulted(EndReason.FAULT, FailureCode.QUOTA_EXCEEDED, why)));
    return refusal.isEmpty();
  }

  private void work() throws InterruptedException {
    switch (cause) {
      case DUE -> meet();
      case LEFT_BEHIND -> follow(takeOver());
      case OVERDUE -> expire();
    }
  }

  private void meet() throws InterruptedException {
    boolean due;
    try (Doorstep door = new Doorstep(parts, inbox)) {
      due = new Staging(parts, inbox, door).await();
      if (due && !identified(door)) {
        return; // given back already: a lease that the job has by now is another run's
      }
      if (due) {
        inbox.refreshed(parts.transitions().apply(id, Trigger.of(Trigger.Kind.CLAIMED)));
        door.refresh();
      }
      if (inbox.job().status() == JobStatus.JOINING) {
        new BotCall(parts, inbox, door).run();
      }
    }
    if (due) {
      follow(inbox.job());
    } else if (!inbox.job().status().terminal()) {
      release(); // not wanted here now; somebody else takes it at its time
    }
  }

  /** A job that wants an account and finds all in use waits on; one for which is none ends. */
  private boolean identified(Doorstep door) throws InterruptedException {
    if (door.identified()) {
      return true;
    }
    SignInDesk desk = new SignInDesk(parts, inbox, door);
    Borrowing found = door.borrow();
    if (found instanceof Loan) {
      return true;
    }
    if (desk.mayWait(found)) {
      parts.change(inbox, (job, now) -> JobFacts.postponed(job, now, SignInDesk.LOOK));
    } else {
      refuse(desk.refusal(found));
    }
    return false;
  }

  private void follow(Job job) throws InterruptedException {
    if (inbox.isAbandoned() && job.status() != JobStatus.QUEUED) {
      release();
    } else if (job.status() == JobStatus.FINALIZING) {
      finish(job);
    }
  }

  /** Nobody had room for the job in time. */
  private void expire() throws InterruptedException {
    Job job = inbox.job();
    Duration late = Duration.between(job.progress().dueAt(), parts.clock().instant());
    refuse(
        Trigger.faulted(
            EndReason.FAULT,
            FailureCode.DISPATCH_TIMEOUT,
            "no bot was free for the meeting within " + late.toSeconds() + " s of its time"));
  }

  /** Ends a job whose bot does not go at all. */
  private void refuse(Trigger trigger) throws InterruptedException {
    Job job = inbox.job();
    String manifest = null;
    try {
      manifest =
          parts.finishing().finish(job, JobStatus.FAILED, trigger.reason(), trigger.failure());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "no manifest for the failed job " + id, e);
    }
    end(trigger.withManifest(manifest));
  }

  /** What another worker recorded is kept; a bot that was only joining is tried again. */
  private Job takeOver() {
    Job job = inbox.job();
    LOG.log(Level.WARNING, "job {0} was left behind {1}", id, job.status().wireName());
    return job.status() == JobStatus.FINALIZING
        ? job
        : parts.transitions().apply(id, Trigger.broken("the worker stopped during the call"));
  }

  private void finish(Job job) throws InterruptedException {
    try {
      end(Trigger.finalized(manifest(job)));
    } catch (InterruptedIOException e) {
      release();
    } catch (IOException | RuntimeException e) {
      if (inbox.isAbandoned()) {
        release(); // somebody else goes on
        return;
      }
      LOG.log(Level.ERROR, "job " + id + " could not be finalized", e);
      end(Trigger.broken("the recording could not be finalized: " + e.getMessage()));
    }
  }

  /** A store without room may have some again soon: what was recorded waits for it. */
  private String manifest(Job job) throws IOException, InterruptedException {
    Instant patientUntil = parts.clock().instant().plus(parts.settings().storePatience());
    for (int attempt = 1; ; attempt++) {
      try {
        return parts
            .finishing()
            .finish(
                job,
                JobLifecycle.outcome(job),
                job.progress().endReason(),
                job.progress().failure());
      } catch (IOException | RuntimeException e) {
        boolean full = e instanceof StoreFullException;
        boolean hopeless =
            full
                ? inbox.isAbandoned() || !parts.clock().instant().isBefore(patientUntil)
                : attempt >= FINISH_TRIES || e instanceof InterruptedIOException;
        if (hopeless) {
          throw e;
        }
        LOG.log(Level.WARNING, "finalizing job " + id + " failed, again: " + e.getMessage());
        if (full) {
          inbox.await(ROOM_LOOK);
        }
      }
    }
  }

  private void end(Trigger trigger) {
    try {
      parts.transitions().apply(id, trigger);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "job " + id + " could not be ended; it will be taken over", e);
    }
  }

  /** A lease that was lost may be somebody else's by now. */
  private boolean mine(Job job) {
    Lease lease = job.lease();
    return lease != null && (claimedBy == null || lease.worker().equals(claimedBy));
  }

  private void release() {
    try {
      parts
          .transitions()
          .change(id, (job, now) -> mine(job) ? JobFacts.released(job, now) : Optional.empty());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the lease of job " + id + " could not be given back", e);
    }
  }
}
