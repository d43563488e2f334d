package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.engine.EngineListener;
import dev.meetbot.engine.JobNotFoundException;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import dev.meetbot.spi.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides and stores: loads the job, decides, commits, and does it again when somebody else was
 * faster. Thread-safe; listeners are told after the commit.
 */
public final class JobTransitions {
  private static final Logger LOG = System.getLogger(JobTransitions.class.getName());
  private static final int TRIES = 8;

  private final JobStore jobs;
  private final JobLifecycle lifecycle;
  private final InstantSource clock;
  private final List<EngineListener> listeners;
  private final List<JobHook> hooks;
  private final Patience patience;

  public JobTransitions(
      JobStore jobs,
      JobLifecycle lifecycle,
      InstantSource clock,
      List<EngineListener> listeners,
      List<JobHook> hooks) {
    this(jobs, lifecycle, clock, List.copyOf(listeners), List.copyOf(hooks), Patience.NONE);
  }

  private JobTransitions(
      JobStore jobs,
      JobLifecycle lifecycle,
      InstantSource clock,
      List<EngineListener> listeners,
      List<JobHook> hooks,
      Patience patience) {
    this.jobs = jobs;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.listeners = listeners;
    this.hooks = hooks;
    this.patience = patience;
  }

  /** The same without anybody who has a part in it. */
  public JobTransitions(
      JobStore jobs, JobLifecycle lifecycle, InstantSource clock, List<EngineListener> listeners) {
    this(jobs, lifecycle, clock, listeners, List.of());
  }

  /** A decision about a job as it is at that moment; empty when nothing is to be changed. */
  @FunctionalInterface
  public interface Decision {
    Optional<JobChange> decide(Job job, Instant now);
  }

  /** Applies the trigger; a job that has ended stays as it is. Returns the job as it is then. */
  public Job apply(JobId id, Trigger trigger) {
    return change(id, (job, now) -> lifecycle.decide(job, trigger, now));
  }

  /** What the trigger makes of a job, for a decision that is stored by {@link #change}. */
  public Optional<JobChange> decide(Job job, Trigger trigger, Instant now) {
    return lifecycle.decide(job, trigger, now);
  }

  /** The same for a caller who puts up with a storage that is away for a while. */
  public JobTransitions with(Patience other) {
    return new JobTransitions(jobs, lifecycle, clock, listeners, hooks, other);
  }

  /**
   * Stores what the decision makes of the job, deciding again on a newer one when it was stale.
   *
   * @throws StorageException when the storage cannot do its work for longer than the patience
   */
  public Job change(JobId id, Decision decision) {
    Patience.Trial trial = patience.begin();
    Step unsure = null;
    for (int stale = 0; ; ) {
      Step step = null;
      try {
        Job job = jobs.find(id).orElseThrow(() -> new JobNotFoundException(id));
        if (unsure != null && unsure.landedAs(job)) {
          return told(unsure);
        }
        Instant now = clock.instant();
        Optional<JobChange> change = decision.decide(job, now).map(c -> hooked(job, c, now));
        if (change.isEmpty()) {
          LOG.log(Level.DEBUG, "job {0} stays {1}", id, job.status());
          return job;
        }
        step = new Step(job, change.get());
        jobs.commit(step.change());
        return told(step);
      } catch (StaleJobException e) {
        if (++stale == TRIES) {
          throw e;
        }
      } catch (StorageException e) {
        unsure = step == null ? unsure : step;
        if (!trial.again()) {
          throw e;
        }
        LOG.log(Level.WARNING, "job {0} is tried again: {1}", id, e.getMessage());
      }
    }
  }

  private Job told(Step step) {
    Job after = step.change().job();
    if (after.status() != step.before().status()) {
      log(after);
    }
    tell(after);
    committed(step.before(), after);
    return after;
  }

  /** A change of a job that was one thing before. */
  private record Step(Job before, JobChange change) {
    /**
     * Whether a commit that broke off was stored all the same; times are kept to the millisecond.
     */
    boolean landedAs(Job stored) {
      Job wanted = change.job();
      return stored.version() == wanted.version()
          && stored.status() == wanted.status()
          && stored.updatedAt().toEpochMilli() == wanted.updatedAt().toEpochMilli();
    }
  }

  /** Stores a new job. */
  public void insert(Job job) {
    jobs.insert(new JobChange(job, List.of()));
    log(job);
    tell(job);
  }

  private JobChange hooked(Job before, JobChange change, Instant now) {
    Job after = change.job();
    for (JobHook hook : hooks) {
      after = hook.beforeCommit(before, after, now);
    }
    return new JobChange(after, change.messages());
  }

  private void committed(Job before, Job after) {
    for (JobHook hook : hooks) {
      try {
        hook.committed(before, after);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a hook failed on job " + after.id(), e);
      }
    }
  }

  private static void log(Job job) {
    LOG.log(Level.INFO, "job {0} is {1}", job.id(), job.status().wireName());
  }

  private void tell(Job job) {
    for (EngineListener listener : listeners) {
      try {
        listener.changed(job);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a listener failed on job " + job.id(), e);
      }
    }
  }
}
