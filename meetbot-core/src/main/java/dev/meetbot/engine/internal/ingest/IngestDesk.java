package dev.meetbot.engine.internal.ingest;

import dev.meetbot.engine.IngestReceipt;
import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.IngestReport.Event;
import dev.meetbot.engine.JobNotFoundException;
import dev.meetbot.engine.internal.ingest.IngestDecision.Outcome;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes reports of bots outside, and hands out jobs to their workers. The sequence of the newest
 * report is stored in the same transaction as what it changed, so that reports may come twice, late
 * and at the same time. Thread-safe.
 */
public final class IngestDesk {
  /** From queued to the end, with a start and a stop that were lost. */
  private static final int MAX_STEPS = 10;

  private final JobStore jobs;
  private final JobTransitions transitions;
  private final Duration leaseTimeout;
  private final Duration lead;
  private final InstantSource clock;

  /**
   * @param lead how long before its time a job is handed out
   */
  public IngestDesk(
      JobStore jobs,
      JobTransitions transitions,
      Duration leaseTimeout,
      Duration lead,
      InstantSource clock) {
    this.jobs = jobs;
    this.transitions = transitions;
    this.leaseTimeout = leaseTimeout;
    this.lead = lead;
    this.clock = clock;
  }

  /** Takes a report in. */
  public IngestReceipt receive(IngestReport report) {
    Job job = jobs.find(report.job()).orElseThrow(() -> new JobNotFoundException(report.job()));
    if (job.status().terminal()) {
      return new IngestReceipt(false, "job_ended", job);
    }
    if (IngestDecision.late(job, report)) {
      return new IngestReceipt(false, "older_sequence", job);
    }
    if (jobs.renewLease(report.job(), report.worker(), clock.instant()).isEmpty()) {
      return refused(report);
    }
    return follow(report);
  }

  private IngestReceipt follow(IngestReport report) {
    Outcome outcome = Outcome.NOTHING;
    Job after = null;
    for (int step = 0; step < MAX_STEPS && outcome != Outcome.TAKEN; step++) {
      AtomicReference<Outcome> made = new AtomicReference<>(Outcome.NOTHING);
      after =
          transitions.change(
              report.job(), (job, now) -> IngestDecision.of(job, report, now, transitions, made));
      outcome = made.get();
      if (outcome == Outcome.NOTHING) {
        break;
      }
    }
    Job job = after == null ? jobs.find(report.job()).orElseThrow() : after;
    boolean alive = report.event() == Event.HEARTBEAT && !job.status().terminal();
    return outcome == Outcome.TAKEN || alive
        ? new IngestReceipt(true, null, job)
        : new IngestReceipt(false, "older_sequence", job);
  }

  /** The lease may have ended between two looks, together with the job. */
  private IngestReceipt refused(IngestReport report) {
    Job job = jobs.find(report.job()).orElseThrow(() -> new JobNotFoundException(report.job()));
    String reason =
        job.status().terminal()
            ? "job_ended"
            : IngestDecision.late(job, report) ? "older_sequence" : "not_yours";
    return new IngestReceipt(false, reason, job);
  }

  /**
   * Leases jobs to a worker: those that are due or nearly so, or those that others left behind.
   *
   * @param limit how many at most
   */
  public List<Job> claim(WorkerId worker, int limit, boolean leftBehind) {
    Instant now = clock.instant();
    Instant expired = now.minus(leaseTimeout);
    return leftBehind
        ? jobs.claimAbandoned(worker, now, expired, limit)
        : jobs.claimDue(worker, now, now.plus(lead), expired, limit);
  }

  /** The job, when the worker holds its lease. */
  public Optional<Job> held(JobId id, WorkerId worker) {
    return jobs.find(id).filter(job -> job.lease() != null && job.lease().worker().equals(worker));
  }
}
