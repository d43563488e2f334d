package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.internal.worker.BotRun.Cause;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The bots of one engine: claims due and abandoned jobs as far as there is room, runs each on a
 * thread of its own, and keeps their leases. {@link #claim} and {@link #heartbeat} are called by
 * the engine's timers.
 */
public final class Fleet {
  private static final Logger LOG = System.getLogger(Fleet.class.getName());

  /** So many jobs that need no browser are ended in one pass. */
  private static final int ENDED_AT_ONCE = 8;

  private final JobStore jobs;
  private final BotParts parts;
  private final WorkerId worker;
  private final ThreadFactory threads;
  private final IntUnaryOperator capacity;
  private final Map<JobId, Running> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Guarded by this. */
  private Instant storageAwayAt = Instant.EPOCH;

  private record Running(BotRun run, Thread thread) {}

  /**
   * A fleet without a bot.
   *
   * @param capacity how many further bots there is a place for when so many run
   */
  public Fleet(
      JobStore jobs,
      BotParts parts,
      WorkerId worker,
      ThreadFactory threads,
      IntUnaryOperator capacity) {
    this.jobs = jobs;
    this.parts = parts;
    this.worker = worker;
    this.threads = threads;
    this.capacity = capacity;
  }

  /**
   * Takes on as many jobs as there is room for: those that others left behind, then those that are
   * due, then those whose time is near. When there is no room, a bot that waits for its time makes
   * way for one that is due. Jobs that nobody took in time fail, however full it is. An engine that
   * runs no bots ends what others left behind too, for there may be no other worker, but gives them
   * twice the time: a worker that starts again has the recording on its disk. After a time in which
   * the storage was away nobody's lease counts as expired: those who hold one get to renew it
   * first.
   */
  public synchronized void claim() {
    if (closed) {
      return;
    }
    Instant now = parts.clock().instant();
    try {
      claim(now);
    } catch (StorageException e) {
      storageAwayAt = now;
      throw e;
    }
  }

  private void claim(Instant now) {
    EngineSettings settings = parts.settings();
    Instant expired = now.minus(settings.leaseTimeout());
    Instant late = now.minus(settings.dispatchTimeout());
    take(jobs.claimDue(worker, now, late, expired, ENDED_AT_ONCE), Cause.OVERDUE);
    if (storageAwayAt.isAfter(expired)) {
      LOG.log(Level.DEBUG, "others may not have been able to renew their leases");
    } else if (settings.maxBots() == 0) {
      Instant forgotten = expired.minus(settings.leaseTimeout());
      take(jobs.claimAbandoned(worker, now, forgotten, ENDED_AT_ONCE), Cause.LEFT_BEHIND);
    } else if (free() > 0) {
      take(jobs.claimAbandoned(worker, now, expired, free()), Cause.LEFT_BEHIND);
    }
    List<BotRun> waiting = waiting();
    int places = free() + waiting.size();
    if (places > 0) {
      List<Job> due = jobs.claimDue(worker, now, expired, places);
      waiting.stream()
          .limit(Math.max(0, due.size() - free()))
          .forEach(run -> run.inbox().standDown());
      take(due, Cause.DUE);
    }
    if (free() > 0) {
      Instant soon = now.plus(settings.stagingLead());
      take(jobs.claimDue(worker, now, soon, expired, free()), Cause.DUE);
    }
  }

  private int free() {
    return capacity.applyAsInt(running.size());
  }

  /** The bots that wait for their time, the one with most time left first. */
  private List<BotRun> waiting() {
    return running.values().stream()
        .map(Running::run)
        .filter(BotRun::isWaiting)
        .sorted(
            Comparator.comparing((BotRun run) -> run.inbox().job().progress().dueAt()).reversed())
        .toList();
  }

  private void take(List<Job> claimed, Cause cause) {
    for (Job job : claimed) {
      BotRun run = new BotRun(parts, job, cause);
      Running before = running.get(job.id());
      Thread thread = threads.newThread(() -> run(run, before));
      running.put(job.id(), new Running(run, thread));
      thread.start();
    }
  }

  /** A job that goes back into the queue may be claimed again before its run is quite over. */
  private void run(BotRun run, @Nullable Running before) {
    try {
      if (before != null) {
        before.thread().join();
      }
      run.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.computeIfPresent(run.id(), (id, now) -> now.run() == run ? null : now);
    }
  }

  /** Renews every lease, and shows each run its job as it is now. */
  public void heartbeat() {
    for (Running bot : running.values()) {
      BotRun run = bot.run();
      try {
        Optional<Job> job = jobs.renewLease(run.id(), worker, parts.clock().instant());
        job.ifPresent(run.inbox()::refreshed);
        if (job.isEmpty() && running.containsKey(run.id()) && lost(run.id())) {
          LOG.log(Level.WARNING, "the lease of job {0} is lost", run.id());
          run.inbox().abandon();
        }
      } catch (StorageException e) {
        LOG.log(Level.WARNING, "no heartbeat for job " + run.id(), e);
      }
    }
  }

  /** A job without our lease has ended, which the run hears of, or is somebody else's. */
  private boolean lost(JobId id) {
    Optional<Job> job = jobs.find(id);
    job.ifPresent(this::refreshed);
    return job.map(j -> !j.status().terminal()).orElse(true);
  }

  /** Shows a run that somebody changed its job. */
  public void refreshed(Job job) {
    Running bot = running.get(job.id());
    if (bot != null) {
      bot.run().inbox().refreshed(job);
    }
  }

  /** Whether a bot runs here now on such a job. */
  public boolean runs(Predicate<Job> which) {
    return running.values().stream().anyMatch(bot -> which.test(bot.run().inbox().job()));
  }

  /** For how many further bots there is a place here. */
  public int places() {
    return closed ? 0 : free();
  }

  /** Whether it takes on nothing more. */
  public boolean isClosed() {
    return closed;
  }

  /** How many bots run here now. */
  public int size() {
    return running.size();
  }

  /** Takes on nothing more and lets the bots go on for so long; whether all of them ended. */
  public boolean drain(Duration grace) {
    synchronized (this) {
      closed = true;
    }
    running.values().forEach(bot -> bot.run().inbox().standDown());
    return join(grace);
  }

  /** Has the bots hand over: what they recorded is stored, and their leases are free. */
  public void handOver(Duration limit) {
    running.values().forEach(bot -> bot.run().inbox().abandon());
    if (!join(limit)) {
      running.values().forEach(bot -> bot.thread().interrupt());
      join(limit);
    }
  }

  private boolean join(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (Running bot : List.copyOf(running.values())) {
      try {
        bot.thread().join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return running.isEmpty();
  }
}
