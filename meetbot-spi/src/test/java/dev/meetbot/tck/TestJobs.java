package dev.meetbot.tck;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.StatusChange;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WebhookTargets;
import dev.meetbot.model.WorkerId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs and messages for tests. The higher a job's number, the younger it is. */
public final class TestJobs {
  /** The time at which {@link ManualClock#startingAnyTime()} starts. */
  public static final Instant NOW = ManualClock.startingAnyTime().instant();

  public static final TenantId TENANT = new TenantId("acme");
  public static final TenantId OTHER_TENANT = new TenantId("globex");
  public static final WorkerId WORKER = new WorkerId("worker-1");
  public static final WorkerId OTHER_WORKER = new WorkerId("worker-2");

  private TestJobs() {}

  /** Queued, due at {@link #NOW}. */
  public static Job aJob() {
    return aQueuedJob(1);
  }

  /** Job number 1 under that external id. */
  public static Job aQueuedJob(String externalId) {
    return aQueuedJob(1, TENANT, externalId, NOW);
  }

  /** Queued, due at {@link #NOW}, created that many seconds after it. */
  public static Job aQueuedJob(int number) {
    return aQueuedJob(number, TENANT, "meeting-" + number, NOW);
  }

  /** Queued, claimable from {@code dueAt}. */
  public static Job aQueuedJob(int number, TenantId tenant, String externalId, Instant dueAt) {
    return Job.queued(
        jobId(number), tenant, aSpec(externalId, dueAt), dueAt, NOW.plusSeconds(number));
  }

  /** An id that sorts by its number. */
  public static JobId jobId(int number) {
    return new JobId("01994a00-0000-7000-8000-" + String.format("%012d", number));
  }

  /** A plain wish with the published defaults. */
  public static JobSpec aSpec(String externalId, Instant joinAt) {
    return new JobSpec(
        externalId,
        URI.create("https://meet.example.org/abc-defg-hij"),
        "meetbot-room",
        joinAt,
        "meetbot",
        WebhookTargets.NONE,
        "{}",
        AutoLeave.DEFAULTS,
        RecordingSpec.DEFAULTS,
        ConsentSpec.NOT_REQUIRED);
  }

  /** The change that creates the job. */
  public static JobChange created(Job job, WebhookMessage... messages) {
    return new JobChange(job, List.of(messages));
  }

  /** The change that brings the job to another status; the lease stays. */
  public static JobChange moved(Job job, JobStatus to, Instant at, WebhookMessage... messages) {
    return moved(job, to, at, null, messages);
  }

  /** The change that brings the job to another status for a reason; the lease stays. */
  public static JobChange moved(
      Job job, JobStatus to, Instant at, @Nullable String reason, WebhookMessage... messages) {
    List<StatusChange> history = new ArrayList<>(job.history());
    history.add(new StatusChange(to, at, reason));
    Job after =
        new Job(
            job.id(),
            job.tenant(),
            job.version() + 1,
            job.spec(),
            job.progress().with(p -> p.status = to),
            job.lease(),
            history,
            job.createdAt(),
            at);
    return new JobChange(after, List.of(messages));
  }

  /** A message of the job to a URL, emitted at {@link #NOW}. */
  public static WebhookMessage aMessage(Job job, long sequence, String url) {
    return new WebhookMessage(
        new DeliveryId(
            "dlv_" + job.id() + "_" + sequence + "_" + Integer.toHexString(url.hashCode())),
        job.tenant(),
        job.id(),
        sequence,
        URI.create(url),
        "job.status_changed",
        2,
        "{\"jobId\":\"" + job.id() + "\"}",
        NOW);
  }
}
