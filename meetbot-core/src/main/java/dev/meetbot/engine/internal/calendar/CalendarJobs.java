package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.Creation;
import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.internal.calendar.Series.PlannedJob;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.JobStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the calendar does to jobs. */
public final class CalendarJobs {
  private static final WorkerId NOBODY = new WorkerId("calendar");

  /** A job that is due is a bot on its way. */
  private static final Duration TOO_LATE = Duration.ofSeconds(1);

  private final JobStore jobs;
  private final JobTransitions transitions;
  private final BiFunction<TenantId, JobRequest, Creation> creator;

  /**
   * @param creator makes a job, or finds the one of that external id
   */
  public CalendarJobs(
      JobStore jobs,
      JobTransitions transitions,
      BiFunction<TenantId, JobRequest, Creation> creator) {
    this.jobs = jobs;
    this.transitions = transitions;
    this.creator = creator;
  }

  /** How a job stands, as far as the calendar cares. */
  enum Standing {
    /** It waits for its time, and may be moved. */
    WAITING,
    /** On its way, or in the call. */
    RUNNING,
    /** Has ended, or is gone. */
    ENDED,
    /** A person, not the calendar, cancelled it. */
    CALLED_OFF
  }

  Standing standing(PlannedJob planned, Instant now) {
    Optional<Job> found = jobs.find(planned.job());
    if (found.isEmpty()) {
      return Standing.CALLED_OFF;
    }
    Job job = found.get();
    if (job.status().terminal()) {
      boolean cancelled = job.progress().endReason() == EndReason.CANCEL_REQUESTED;
      return cancelled && !planned.released() ? Standing.CALLED_OFF : Standing.ENDED;
    }
    return movable(job, now) ? Standing.WAITING : Standing.RUNNING;
  }

  private static boolean movable(Job job, Instant now) {
    return job.status() == JobStatus.QUEUED
        && job.progress().attempt() == 0
        && job.progress().dueAt().isAfter(now.plus(TOO_LATE));
  }

  JobId create(TenantId tenant, JobRequest request) {
    return creator.apply(tenant, request).job().id();
  }

  /** Whether the job is already as the calendar wants it. */
  boolean same(JobId id, Occurrence meeting, String metadata) {
    return jobs.find(id)
        .map(Job::spec)
        .filter(spec -> spec.meetingUrl().equals(meeting.url()))
        .filter(spec -> spec.metadata().equals(metadata))
        .isPresent();
  }

  /**
   * Gives a waiting job another time, meeting or description; false when it no longer waits. The
   * job is told as changed, its status stays, so that no webhook is sent.
   */
  boolean move(JobId id, Occurrence to, String platform, String metadata) {
    boolean[] moved = {false};
    transitions.change(
        id,
        (job, now) -> {
          moved[0] = movable(job, now);
          Instant joinAt = to.start().isBefore(now) ? now : to.start();
          JobSpec spec = spec(job.spec(), to, joinAt, platform, metadata);
          return !moved[0] || spec.equals(job.spec())
              ? Optional.empty()
              : Optional.of(changed(job, spec, now));
        });
    return moved[0];
  }

  private static JobSpec spec(
      JobSpec old, Occurrence to, Instant joinAt, String platform, String metadata) {
    URI url = to.url() == null ? old.meetingUrl() : to.url();
    return new JobSpec(
        old.externalId(),
        url,
        platform,
        joinAt,
        old.displayName(),
        old.webhooks(),
        metadata,
        old.autoLeave(),
        old.recording(),
        old.consent(),
        old.join());
  }

  /**
   * As long before the meeting as it was due before. The change names a lease even when there is
   * none: a store then leaves alone what it has, also a claim that came in between.
   */
  private static JobChange changed(Job job, JobSpec spec, Instant now) {
    Duration lead = Duration.between(job.progress().dueAt(), job.spec().joinAt());
    Job moved =
        new Job(
            job.id(),
            job.tenant(),
            job.version() + 1,
            spec,
            job.progress().with(edit -> edit.dueAt = spec.joinAt().minus(lead)),
            job.lease() == null ? new Lease(NOBODY, now) : job.lease(),
            job.history(),
            job.createdAt(),
            now);
    return new JobChange(moved, List.of());
  }

  /** Cancels a job whose bot is not in the call yet; false when it is, or has ended. */
  boolean cancel(JobId id) {
    Job job = jobs.find(id).orElse(null);
    boolean early =
        job != null && (job.status() == JobStatus.QUEUED || job.status() == JobStatus.JOINING);
    if (!early) {
      return false;
    }
    try {
      Job after = transitions.apply(id, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
      return after.progress().endReason() == EndReason.CANCEL_REQUESTED;
    } catch (IllegalTransitionException e) {
      return false;
    }
  }
}
