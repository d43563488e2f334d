package dev.meetbot.engine.internal.access;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Erases tenants, step by step, each of which may be repeated: a record says that it is under way,
 * so that it is completed after a crash. Keys go first, so that nothing new begins; then the bots
 * are called back; when none of them can write any more, everything is deleted. For a while after
 * that the tenant's place is swept again, because a bot on another server, or a request that was
 * let in just before, may be late. Thread-safe.
 */
public final class Erasure {
  private static final Logger LOG = System.getLogger(Erasure.class.getName());
  private static final String KIND = "erasure";
  private static final String RUNNING = "{\"state\":\"running\"}";
  private static final String DONE = "{\"state\":\"done\"}";
  private static final Duration SWEPT = Duration.ofHours(1);
  private static final int PAGE = 200;

  private final StorageProvider storage;
  private final ArtifactStore artifacts;
  private final Bots bots;
  private final Duration leaseTimeout;
  private final InstantSource clock;

  /** What erasing needs of the bots. */
  public interface Bots {
    /** Asks a job to end; one that is ending or has ended is fine. */
    void callBack(JobId id);

    /** Whether a bot of this engine is at work for the tenant. */
    boolean running(TenantId tenant);
  }

  public Erasure(
      StorageProvider storage,
      ArtifactStore artifacts,
      Bots bots,
      Duration leaseTimeout,
      InstantSource clock) {
    this.storage = storage;
    this.artifacts = artifacts;
    this.bots = bots;
    this.leaseTimeout = leaseTimeout;
    this.clock = clock;
  }

  /** Begins, and does at once what can be done at once. */
  public void begin(TenantId tenant) {
    storage
        .records()
        .insert(new StoredRecord(KIND, tenant.value(), 1, null, RUNNING, null), clock.instant());
    LOG.log(Level.INFO, "tenant {0} is being erased", tenant);
    advance(tenant);
  }

  /** Goes on with every erasure that is under way. */
  public void tick() {
    for (TenantId tenant : going()) {
      try {
        advance(tenant);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "erasing tenant " + tenant + " will be tried again", e);
      }
    }
  }

  /** Who is being erased, or was lately. */
  public Set<TenantId> going() {
    return storage.records().list(KIND, "", null, 1000, clock.instant()).stream()
        .map(record -> new TenantId(record.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean isGoing(TenantId tenant) {
    return storage.records().find(KIND, tenant.value(), clock.instant()).isPresent();
  }

  private void advance(TenantId tenant) {
    Instant now = clock.instant();
    for (ApiKey key : storage.tenants().listKeys(tenant)) {
      storage.tenants().revokeKey(key.hash(), now);
    }
    for (Job job : open(tenant)) {
      if (job.status() != JobStatus.FINALIZING) {
        bots.callBack(job.id());
      }
    }
    if (bots.running(tenant) || open(tenant).stream().anyMatch(job -> leased(job, now))) {
      return;
    }
    delete(tenant);
    StoredRecord record = storage.records().find(KIND, tenant.value(), now).orElse(null);
    if (record != null && record.value().equals(RUNNING)) {
      StoredRecord done =
          new StoredRecord(KIND, tenant.value(), record.version() + 1, null, DONE, now.plus(SWEPT));
      if (storage.records().replace(done, now)) {
        LOG.log(Level.INFO, "tenant {0} is erased", tenant);
      }
    }
  }

  private void delete(TenantId tenant) {
    storage.records().deleteOf(tenant);
    storage.outbox().deleteOf(tenant);
    storage.jobs().deleteOf(tenant);
    try {
      artifacts.delete(new ArtifactKey(tenant.value()));
    } catch (IOException e) {
      throw new UncheckedIOException("the tenant's files could not be deleted", e);
    }
    storage.tenants().delete(tenant);
  }

  private boolean leased(Job job, Instant now) {
    return job.lease() != null && job.lease().renewedAt().plus(leaseTimeout).isAfter(now);
  }

  private List<Job> open(TenantId tenant) {
    List<Job> open = new ArrayList<>();
    for (JobStatus status : JobStatus.values()) {
      if (!status.terminal()) {
        addAll(open, tenant, status);
      }
    }
    return open;
  }

  private void addAll(List<Job> open, TenantId tenant, JobStatus status) {
    JobId before = null;
    JobPage page;
    do {
      page = storage.jobs().list(new JobQuery(tenant, status, null, null, null, before, PAGE));
      open.addAll(page.jobs());
      before = page.jobs().isEmpty() ? null : page.jobs().get(page.jobs().size() - 1).id();
    } while (page.more());
  }
}
