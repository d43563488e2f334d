package dev.meetbot.provider.memory;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import dev.meetbot.spi.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs in a map sorted by id, that is by age. */
final class MemoryJobs implements JobStore {
  private final Object lock;
  private final MemoryOutbox outbox;
  private final TreeMap<JobId, Job> jobs = new TreeMap<>();

  MemoryJobs(Object lock, MemoryOutbox outbox) {
    this.lock = lock;
    this.outbox = outbox;
  }

  @Override
  public void insert(JobChange created) {
    Job job = created.job();
    synchronized (lock) {
      if (findByExternalId(job.tenant(), job.spec().externalId()).isPresent()) {
        throw new DuplicateJobException(job.spec().externalId());
      }
      if (jobs.containsKey(job.id())) {
        throw new StorageException("there is a job with the id " + job.id() + " already");
      }
      outbox.add(created.messages());
      jobs.put(job.id(), job);
    }
  }

  @Override
  public Optional<Job> find(JobId id) {
    synchronized (lock) {
      return Optional.ofNullable(jobs.get(id));
    }
  }

  @Override
  public Optional<Job> findByExternalId(TenantId tenant, String externalId) {
    synchronized (lock) {
      return jobs.values().stream()
          .filter(j -> j.tenant().equals(tenant) && j.spec().externalId().equals(externalId))
          .findFirst();
    }
  }

  @Override
  public JobPage list(JobQuery query) {
    synchronized (lock) {
      List<Job> found =
          jobs.descendingMap().values().stream()
              .filter(job -> matches(query, job))
              .limit(query.limit() + 1L)
              .toList();
      boolean more = found.size() > query.limit();
      return new JobPage(more ? found.subList(0, query.limit()) : found, more);
    }
  }

  private static boolean matches(JobQuery query, Job job) {
    return job.tenant().equals(query.tenant())
        && (query.status() == null || query.status() == job.status())
        && (query.externalId() == null || query.externalId().equals(job.spec().externalId()))
        && (query.platform() == null || query.platform().equals(job.spec().platform()))
        && (query.createdAfter() == null || job.createdAt().isAfter(query.createdAfter()))
        && (query.before() == null || job.id().compareTo(query.before()) < 0);
  }

  @Override
  public void commit(JobChange change) {
    Job after = change.job();
    synchronized (lock) {
      Job before = jobs.get(after.id());
      if (before == null || before.version() != after.version() - 1) {
        throw new StaleJobException(after.id(), after.version() - 1);
      }
      outbox.add(change.messages());
      jobs.put(after.id(), after.withLease(after.lease() == null ? null : before.lease()));
    }
  }

  @Override
  public List<Job> claimDue(
      WorkerId worker, Instant now, Instant dueBy, Instant leaseExpiredBefore, int limit) {
    return claim(
        worker,
        now,
        job ->
            job.status() == JobStatus.QUEUED
                && !job.progress().dueAt().isAfter(dueBy)
                && free(job, leaseExpiredBefore),
        Comparator.comparing((Job job) -> job.progress().dueAt()).thenComparing(Job::id),
        limit);
  }

  @Override
  public List<Job> claimAbandoned(
      WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    return claim(
        worker,
        now,
        job ->
            job.status() != JobStatus.QUEUED
                && !job.status().terminal()
                && free(job, heartbeatBefore),
        Comparator.comparing(Job::id),
        limit);
  }

  private static boolean free(Job job, Instant renewedBefore) {
    Lease lease = job.lease();
    return lease == null || lease.renewedAt().isBefore(renewedBefore);
  }

  private List<Job> claim(
      WorkerId worker, Instant now, Predicate<Job> claimable, Comparator<Job> order, int limit) {
    synchronized (lock) {
      List<Job> claimed = new ArrayList<>();
      jobs.values().stream()
          .filter(claimable)
          .sorted(order)
          .limit(limit)
          .forEach(job -> claimed.add(job.withLease(new Lease(worker, now))));
      claimed.forEach(job -> jobs.put(job.id(), job));
      return claimed;
    }
  }

  @Override
  public Optional<Job> renewLease(JobId id, WorkerId worker, Instant now) {
    synchronized (lock) {
      Job job = jobs.get(id);
      if (job == null || job.lease() == null || !job.lease().worker().equals(worker)) {
        return Optional.empty();
      }
      Job renewed = job.withLease(new Lease(worker, now));
      jobs.put(id, renewed);
      return Optional.of(renewed);
    }
  }

  @Override
  public Map<JobStatus, Long> count(@Nullable TenantId tenant) {
    synchronized (lock) {
      return jobs.values().stream()
          .filter(job -> tenant == null || job.tenant().equals(tenant))
          .collect(Collectors.groupingBy(Job::status, Collectors.counting()));
    }
  }

  @Override
  public Map<JobStatus, Long> countUnfinished(@Nullable TenantId tenant) {
    Map<JobStatus, Long> counts = new HashMap<>(count(tenant));
    counts.keySet().removeIf(JobStatus::terminal);
    return counts;
  }

  @Override
  public long countDue(@Nullable TenantId tenant, Instant now) {
    synchronized (lock) {
      return due(now).filter(job -> tenant == null || job.tenant().equals(tenant)).count();
    }
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) {
    synchronized (lock) {
      return due(now).map(job -> job.progress().dueAt()).min(Comparator.naturalOrder());
    }
  }

  private Stream<Job> due(Instant now) {
    return jobs.values().stream()
        .filter(job -> job.status() == JobStatus.QUEUED)
        .filter(job -> !job.progress().dueAt().isAfter(now));
  }

  @Override
  public int deleteOf(TenantId tenant) {
    synchronized (lock) {
      int before = jobs.size();
      jobs.values().removeIf(job -> job.tenant().equals(tenant));
      outbox.deleteOf(tenant);
      return before - jobs.size();
    }
  }
}
