package dev.meetbot.engine.internal.metrics;

import dev.meetbot.engine.internal.lifecycle.JobHook;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.StatusChange;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;

/** Counts what becomes of jobs, as this engine stores it. */
final class JobMetrics implements JobHook {
  private final Counter ended;
  private final Counter recorded;
  private final Histogram joining;

  JobMetrics(PrometheusRegistry registry) {
    ended =
        Counter.builder()
            .withoutExemplars()
            .name("meetbot_jobs_ended")
            .help("Jobs that ended, by how and why")
            .labelNames("status", "end_reason", "failure_code")
            .register(registry);
    recorded =
        Counter.builder()
            .withoutExemplars()
            .name("meetbot_recorded_seconds")
            .help("Recorded time of jobs that ended, without pauses")
            .register(registry);
    joining =
        Histogram.builder()
            .withoutExemplars()
            .name("meetbot_join_seconds")
            .help("From a bot's start to its being let into the call")
            .classicOnly()
            .classicUpperBounds(1, 2, 3, 5, 8, 13, 20, 30, 60, 120, 300, 600)
            .register(registry);
  }

  @Override
  public void committed(Job before, Job after) {
    if (before.status() == JobStatus.JOINING && after.status() == JobStatus.IN_CALL) {
      joining.observe(
          seconds(Duration.between(since(after, JobStatus.JOINING), after.updatedAt())));
    }
    if (after.status().terminal() && !before.status().terminal()) {
      Progress end = after.progress();
      ended
          .labelValues(
              after.status().wireName(),
              end.endReason() == null ? "none" : end.endReason().wireName(),
              end.failure() == null ? "none" : end.failure().code().wireName())
          .inc();
      recorded.inc(end.recorded().millis() / 1000.0);
    }
  }

  private static Instant since(Job job, JobStatus status) {
    Instant since = job.createdAt();
    for (StatusChange change : job.history()) {
      since = change.status() == status ? change.at() : since;
    }
    return since;
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
