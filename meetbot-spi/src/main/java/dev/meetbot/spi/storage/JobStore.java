package dev.meetbot.spi.storage;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs with their history. Times are kept to the millisecond at least. */
public interface JobStore {
  /**
   * Stores a new job of version 1 and its first messages, in one transaction.
   *
   * @throws DuplicateJobException when the tenant has that external id already, also when two
   *     callers insert it at the same moment (one of them wins); nothing is stored then
   */
  void insert(JobChange created);

  /** The job of that id, whoever owns it. */
  Optional<Job> find(JobId id);

  /** The tenant's job of that external id. */
  Optional<Job> findByExternalId(TenantId tenant, String externalId);

  /** A page of jobs, newest first. */
  JobPage list(JobQuery query);

  /**
   * Stores the job as it is after the change, its history and its messages, in one transaction. A
   * job without a lease loses the stored one; any other leaves the stored lease as it is, so that a
   * renewal or a claim in between is not undone.
   *
   * @throws StaleJobException when the stored version is not {@code change.job().version() - 1};
   *     nothing is stored then
   */
  void commit(JobChange change);

  /**
   * Leases due jobs to the worker: queued, {@code dueAt <= dueBy}, not leased by anybody or with a
   * lease last renewed before {@code leaseExpiredBefore}. Two workers never get the same job. The
   * status and the version stay; the lease's time is {@code now}. Oldest {@code dueAt} first.
   *
   * @param dueBy later than {@code now} to get jobs some time before they are due, earlier to get
   *     those that have waited for long
   */
  List<Job> claimDue(
      WorkerId worker, Instant now, Instant dueBy, Instant leaseExpiredBefore, int limit);

  /** The same for jobs that are due now. */
  default List<Job> claimDue(WorkerId worker, Instant now, Instant leaseExpiredBefore, int limit) {
    return claimDue(worker, now, now, leaseExpiredBefore, limit);
  }

  /**
   * Renews the worker's lease and returns the job as it is now; the version stays. Empty when the
   * worker no longer holds the lease: it must stop its bot.
   */
  Optional<Job> renewLease(JobId id, WorkerId worker, Instant now);

  /**
   * Leases to the worker jobs that another left behind: neither queued nor ended, and without a
   * lease or with one last renewed before {@code heartbeatBefore}. Two workers never get the same
   * job. The status and the version stay; the lease's time is {@code now}.
   */
  List<Job> claimAbandoned(WorkerId worker, Instant now, Instant heartbeatBefore, int limit);

  /** How many jobs stand at each status; of one tenant, or with null of all. */
  Map<JobStatus, Long> count(@Nullable TenantId tenant);

  /**
   * How many jobs stand at each status that is no end; of one tenant, or with null of all. Quick,
   * however many jobs have ended.
   */
  Map<JobStatus, Long> countUnfinished(@Nullable TenantId tenant);

  /** How many queued jobs are due at that time; of one tenant, or with null of all. Quick too. */
  long countDue(@Nullable TenantId tenant, Instant now);

  /** When the queued job that is due longest became due; empty when none is due. */
  Optional<Instant> oldestDue(Instant now);

  /** Removes all jobs of a tenant and the webhook messages of them; how many jobs. */
  int deleteOf(TenantId tenant);
}
