package dev.meetbot.provider.remote;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import dev.meetbot.spi.storage.StorageException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that a worker holds for a server. A claim asks the server for jobs; a change is told to
 * it as a report, and counts when the server's job came to the same status. Messages of a change
 * are dropped: the server makes its own.
 */
public final class RemoteJobs implements JobStore {
  private static final int MAX_CLAIM = 50;
  private static final int KEPT = 200;

  private final ServerClient server;
  private final FileUpload upload;
  private final UnaryOperator<String> seal;
  private final InstantSource clock;
  private final Map<JobId, HeldJob> held = new ConcurrentHashMap<>();

  /**
   * @param files where this worker keeps its recordings; they go to the server before a job ends
   * @param seal seals a passcode under this worker's own key
   */
  public RemoteJobs(
      ServerClient server, ArtifactStore files, UnaryOperator<String> seal, InstantSource clock) {
    this.server = server;
    this.seal = seal;
    this.upload = new FileUpload(server, files);
    this.clock = clock;
  }

  @Override
  public List<Job> claimDue(
      WorkerId worker, Instant now, Instant dueBy, Instant leaseExpiredBefore, int limit) {
    return dueBy.isBefore(now) ? List.of() : claim(worker, now, limit, false);
  }

  @Override
  public List<Job> claimAbandoned(
      WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    return claim(worker, now, limit, true);
  }

  private List<Job> claim(WorkerId worker, Instant now, int limit, boolean leftBehind) {
    JsonObject answer =
        server.post(
            "/claim",
            Json.createObjectBuilder()
                .add("worker", worker.value())
                .add("capacity", Math.min(limit, MAX_CLAIM))
                .add("leftBehind", leftBehind)
                .build());
    List<Job> jobs =
        answer.getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
            .map(job -> RemoteJobJson.job(job, worker, seal, now))
            .toList();
    if (held.size() > KEPT) {
      held.values().removeIf(known -> known.job().status().terminal());
    }
    jobs.forEach(job -> held.put(job.id(), new HeldJob(job)));
    return jobs;
  }

  @Override
  public Optional<Job> find(JobId id) {
    return Optional.ofNullable(held.get(id)).map(HeldJob::job);
  }

  @Override
  public Optional<Job> renewLease(JobId id, WorkerId worker, Instant now) {
    HeldJob known = held.get(id);
    if (known == null || known.job().status().terminal()) {
      return Optional.empty();
    }
    long told = known.told();
    JsonObject answer =
        server.post("", Report.heartbeat(known.job(), worker.value(), known.next(), now));
    boolean lost = !answer.getBoolean("applied") && !late(answer);
    known.mergeUnlessTold(told, answer.getJsonObject("job"), now);
    return lost ? Optional.empty() : Optional.of(known.job());
  }

  private static boolean late(JsonObject answer) {
    return answer.getString("reason", "").equals("older_sequence");
  }

  @Override
  public void commit(JobChange change) {
    Job after = change.job();
    HeldJob known = held.get(after.id());
    if (known == null) {
      throw new StorageException("job " + after.id() + " is not held here");
    }
    synchronized (known) {
      Job before = known.job();
      if (before.version() != after.version() - 1) {
        throw new StaleJobException(after.id(), after.version() - 1);
      }
      if (before.lease() == null) {
        throw new StorageException("job " + after.id() + " is not held here any more");
      }
      try {
        tell(known, before, after, before.lease().worker().value());
      } finally {
        known.countTold();
      }
    }
  }

  private void tell(HeldJob known, Job before, Job after, String worker) {
    if (after.progress().manifestUri() != null && before.progress().manifestUri() == null) {
      upload.all(after, worker);
    }
    Instant now = clock.instant();
    Optional<JsonObject> report = Report.of(before, after, worker, known.next(), now);
    if (report.isEmpty()) {
      known.set(after); // given back: the lease runs out by itself
      return;
    }
    JsonObject answer = server.post("", report.get());
    JsonObject state = answer.getJsonObject("job");
    if (!answer.getBoolean("applied") && answer.getString("reason", "").equals("not_yours")) {
      held.remove(after.id());
      throw new StorageException("the lease of job " + after.id() + " is lost");
    }
    JobStatus there = HeldJob.status(state);
    if (there != after.status()) {
      known.merge(state, now);
      throw new StaleJobException(after.id(), before.version());
    }
    known.set(after);
    known.merge(state, now);
    if (after.status().terminal() && after.progress().manifestUri() != null) {
      upload.forget(after);
    }
  }

  @Override
  public void insert(JobChange created) {
    throw new StorageException("a worker takes no jobs from clients");
  }

  @Override
  public Optional<Job> findByExternalId(TenantId tenant, String externalId) {
    return Optional.empty();
  }

  @Override
  public JobPage list(JobQuery query) {
    return new JobPage(List.of(), false);
  }

  @Override
  public Map<JobStatus, Long> count(@Nullable TenantId tenant) {
    Map<JobStatus, Long> counts = new java.util.EnumMap<>(JobStatus.class);
    held.values().stream()
        .map(HeldJob::job)
        .filter(job -> tenant == null || job.tenant().equals(tenant))
        .forEach(job -> counts.merge(job.status(), 1L, Long::sum));
    return counts;
  }

  /** A worker holds no job that has ended for long. */
  @Override
  public Map<JobStatus, Long> countUnfinished(@Nullable TenantId tenant) {
    Map<JobStatus, Long> counts = count(tenant);
    counts.keySet().removeIf(JobStatus::terminal);
    return counts;
  }

  /** What nobody has claimed is the server's. */
  @Override
  public long countDue(@Nullable TenantId tenant, Instant now) {
    return 0;
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) {
    return Optional.empty();
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return 0;
  }
}
