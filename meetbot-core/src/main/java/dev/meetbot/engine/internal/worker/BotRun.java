package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * One bot's work, from the claim to the end, on one thread of its own: all triggers of the job that
 * this engine causes are applied there, one after the other.
 */
final class BotRun implements Runnable {
  private static final Logger LOG = System.getLogger(BotRun.class.getName());
  private static final int FINISH_TRIES = 3;

  private final BotParts parts;
  private final JobId id;
  private final boolean takenOver;
  private final Inbox inbox;

  /**
   * A run of a claimed job.
   *
   * @param takenOver whether another worker left the job behind
   */
  BotRun(BotParts parts, Job job, boolean takenOver) {
    this.parts = parts;
    this.id = job.id();
    this.takenOver = takenOver;
    this.inbox = new Inbox(job);
  }

  JobId id() {
    return id;
  }

  Inbox inbox() {
    return inbox;
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
    Job job =
        takenOver ? takeOver() : parts.transitions().apply(id, Trigger.of(Trigger.Kind.CLAIMED));
    if (job.status() == JobStatus.JOINING) {
      inbox.refreshed(job);
      new BotCall(parts, inbox).run();
      job = inbox.job();
    }
    if (inbox.isAbandoned()) {
      release();
    } else if (job.status() == JobStatus.FINALIZING) {
      finish(job);
    }
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
      LOG.log(Level.ERROR, "job " + id + " could not be finalized", e);
      end(Trigger.broken("the recording could not be finalized: " + e.getMessage()));
    }
  }

  private String manifest(Job job) throws IOException, InterruptedException {
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
        boolean hopeless = e instanceof StoreFullException || e instanceof InterruptedIOException;
        if (attempt == FINISH_TRIES || hopeless) {
          throw e;
        }
        LOG.log(Level.WARNING, "finalizing job " + id + " failed, again", e);
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

  private void release() {
    try {
      parts.transitions().change(id, JobFacts::released);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the lease of job " + id + " could not be given back", e);
    }
  }
}
