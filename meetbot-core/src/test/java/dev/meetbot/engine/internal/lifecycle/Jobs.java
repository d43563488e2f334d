package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookTargets;
import dev.meetbot.model.WorkerId;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Jobs to test with. */
public final class Jobs {
  public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  public static final URI STATUS_URL = URI.create("https://client.example/status");
  public static final URI FINAL_URL = URI.create("https://client.example/final");
  public static final WorkerId WORKER = new WorkerId("worker-1");

  private Jobs() {}

  /** A leased job of that status, further changed by {@code edit}. */
  public static Job in(JobStatus status, Consumer<Progress.Editor> edit) {
    return in(status, edit, 2, Set.of());
  }

  /** The same with a version of the webhook envelope and opt-in events. */
  public static Job in(
      JobStatus status, Consumer<Progress.Editor> edit, int webhookVersion, Set<String> events) {
    JobSpec spec =
        new JobSpec(
            "lesson-1",
            URI.create("https://room.example/room/a"),
            "meetbot-room",
            NOW,
            "Notes",
            new WebhookTargets(STATUS_URL, FINAL_URL, webhookVersion, events),
            "{\"customer\":7}",
            AutoLeave.DEFAULTS,
            RecordingSpec.DEFAULTS,
            ConsentSpec.NOT_REQUIRED);
    Job job = Job.queued(new JobId("job-1"), new TenantId("tenant-1"), spec, NOW, NOW);
    Progress progress =
        job.progress()
            .with(
                e -> {
                  e.status = status;
                  e.attempt = status == JobStatus.QUEUED ? 0 : 1;
                  edit.accept(e);
                });
    return new Job(
        job.id(), job.tenant(), 5, spec, progress, new Lease(WORKER, NOW), job.history(), NOW, NOW);
  }

  /** A leased job of that status. */
  public static Job in(JobStatus status) {
    return in(status, edit -> {});
  }
}
