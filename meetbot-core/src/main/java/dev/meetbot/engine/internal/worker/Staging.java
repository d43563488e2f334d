package dev.meetbot.engine.internal.worker;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/**
 * The time between a claim and the moment when the bot is due: keeps its browser warm before the
 * meeting's door. A job that is tried again only waits, since the delay is there for the browser's
 * sake too.
 */
record Staging(BotParts parts, Inbox inbox, Doorstep door) {
  private static final Logger LOG = System.getLogger(Staging.class.getName());

  /** How often a staged bot is looked after; closer to its time it is left alone. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  /**
   * Waits until the bot is due.
   *
   * @return whether it is to go in; if not, nothing is open any more
   */
  boolean await() throws InterruptedException {
    Instant nextLook = Instant.MIN;
    while (true) {
      Job job = inbox.job();
      Instant now = parts.clock().instant();
      door.refresh();
      Duration left = Duration.between(now, job.progress().dueAt());
      if (!wanted(job, left)) {
        return false;
      }
      if (left.isNegative() || left.isZero()) {
        return true;
      }
      boolean quiet = door.isStaged() && left.compareTo(LOOK) < 0;
      if (job.progress().attempt() == 0 && !now.isBefore(nextLook) && !quiet) {
        lookAfter(job);
        nextLook = now.plus(LOOK);
      } else {
        Duration tick = parts.settings().tickInterval();
        inbox.await(left.compareTo(tick) < 0 ? left : tick);
      }
    }
  }

  private void lookAfter(Job job) {
    try {
      if (!door.isStaged() || !door.answers()) {
        door.stage();
        LOG.log(Level.DEBUG, "job {0} is staged: {1}", job.id(), door.isStaged());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "job {0} could not be staged yet: {1}", job.id(), e.getMessage());
    }
  }

  /** A job that was moved far ahead is somebody's to claim then. */
  private boolean wanted(Job job, Duration left) {
    return job.status() == JobStatus.QUEUED
        && !inbox.isAbandoned()
        && !inbox.isStoodDown()
        && left.compareTo(parts.settings().stagingLead().multipliedBy(2)) <= 0;
  }
}
