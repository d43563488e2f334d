package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.RefusedException;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a tenant may send one more bot now. Thread-safe. */
public final class JobAdmission {
  private static final Set<JobStatus> IN_MEETING =
      Set.of(JobStatus.JOINING, JobStatus.IN_CALL, JobStatus.RECORDING);
  private static final int STRIPES = 64;

  private final TenantStore tenants;
  private final JobStore jobs;
  private final List<Object> stripes = Stream.generate(Object::new).limit(STRIPES).toList();

  public JobAdmission(TenantStore tenants, JobStore jobs) {
    this.tenants = tenants;
    this.jobs = jobs;
  }

  /**
   * Stores a job when the tenant may have it. Jobs of one tenant with a limit are stored one after
   * the other on this server, so that many at once do not slip through together.
   *
   * @param joinAt null means now; a job for later is not counted and always admitted
   * @throws RefusedException {@code QUOTA_EXCEEDED} when its bots are at the tenant's limit
   */
  public <T> T admit(
      TenantId tenant, @Nullable Instant joinAt, Instant now, Supplier<T> insertion) {
    Integer limit = tenants.find(tenant).map(t -> t.limits().maxConcurrentBots()).orElse(null);
    if (limit == null || (joinAt != null && joinAt.isAfter(now))) {
      return insertion.get();
    }
    synchronized (stripes.get(Math.floorMod(tenant.hashCode(), STRIPES))) {
      if (bots(tenant, now) >= limit) {
        throw new RefusedException(
            RefusedException.Reason.QUOTA_EXCEEDED,
            "the tenant may have " + limit + " bots at a time, and has them");
      }
      return insertion.get();
    }
  }

  private long bots(TenantId tenant, Instant now) {
    Map<JobStatus, Long> counts = jobs.countUnfinished(tenant);
    long bots = IN_MEETING.stream().mapToLong(status -> counts.getOrDefault(status, 0L)).sum();
    return counts.containsKey(JobStatus.QUEUED) ? bots + jobs.countDue(tenant, now) : bots;
  }
}
