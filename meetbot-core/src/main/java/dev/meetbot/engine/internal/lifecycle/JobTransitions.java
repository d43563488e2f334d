package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.engine.EngineListener;
import dev.meetbot.engine.JobNotFoundException;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
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

  public JobTransitions(
      JobStore jobs,
      JobLifecycle lifecycle,
      InstantSource clock,
      List<EngineListener> listeners,
      List<JobHook> hooks) {
    this.jobs = jobs;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.listeners = List.copyOf(listeners);
    this.hooks = List.copyOf(hooks);
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

  /** Stores what the decision makes of the job, deciding again on a newer one when it was stale. */
  public Job change(JobId id, Decision decision) {
    for (int attempt = 1; ; attempt++) {
      Job job = jobs.find(id).orElseThrow(() -> new JobNotFoundException(id));
      Instant now = clock.instant();
      Optional<JobChange> change = decision.decide(job, now).map(c -> hooked(job, c, now));
      if (change.isEmpty()) {
        LOG.log(Level.DEBUG, "job {0} stays {1}", id, job.status());
        return job;
      }
      try {
        jobs.commit(change.get());
        tell(change.get().job());
        committed(job, change.get().job());
        return change.get().job();
      } catch (StaleJobException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Stores a new job. */
  public void insert(Job job) {
    jobs.insert(new JobChange(job, List.of()));
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

  private void tell(Job job) {
    LOG.log(Level.INFO, "job {0} is {1}", job.id(), job.status().wireName());
    for (EngineListener listener : listeners) {
      try {
        listener.changed(job);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a listener failed on job " + job.id(), e);
      }
    }
  }
}
