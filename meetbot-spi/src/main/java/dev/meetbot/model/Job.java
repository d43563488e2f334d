package dev.meetbot.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bot's errand in one meeting, as it is now.
 *
 * @param version counts the commits; a commit against an older one is stale
 * @param lease who works on it; null when nobody does
 * @param history every status it had, oldest first
 */
public record Job(
    JobId id,
    TenantId tenant,
    long version,
    JobSpec spec,
    Progress progress,
    @Nullable Lease lease,
    List<StatusChange> history,
    Instant createdAt,
    Instant updatedAt) {
  public Job {
    history = List.copyOf(history);
  }

  /** A new, queued job of version 1. */
  public static Job queued(JobId id, TenantId tenant, JobSpec spec, Instant dueAt, Instant now) {
    return new Job(
        id,
        tenant,
        1,
        spec,
        Progress.queued(dueAt),
        null,
        List.of(new StatusChange(JobStatus.QUEUED, now, null)),
        now,
        now);
  }

  public JobStatus status() {
    return progress.status();
  }

  /** The same job with another lease; the version stays. */
  public Job withLease(@Nullable Lease other) {
    return new Job(id, tenant, version, spec, progress, other, history, createdAt, updatedAt);
  }
}
