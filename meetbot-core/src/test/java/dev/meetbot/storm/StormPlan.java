package dev.meetbot.storm;

import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.tck.TestJobs;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which job sends what to whom; the same in every process.
 *
 * @param jobs the receiver of each job's messages
 */
record StormPlan(List<Integer> jobs) {
  static final int PER_JOB = 5;
  static final Duration TIMEOUT = Duration.ofSeconds(1);
  static final List<Duration> RETRIES =
      Stream.of(20, 50, 100, 200, 300).map(Duration::ofMillis).toList();

  /** Thirty that are fine and twenty that are not. */
  static final List<Manner> RECEIVERS = receivers();

  private static final int TENANTS = 5;

  private static List<Manner> receivers() {
    List<Manner> all = new ArrayList<>();
    add(all, Manner.FINE, 30);
    add(all, Manner.FLAKY, 3);
    add(all, Manner.BUSY, 3);
    add(all, Manner.ENDLESS_BODY, 1);
    add(all, Manner.BROKEN, 3);
    add(all, Manner.SILENT, 2);
    add(all, Manner.HANGS_IN_HEADER, 2);
    add(all, Manner.CLOSES, 2);
    add(all, Manner.REDIRECTS, 2);
    add(all, Manner.DOWN, 1);
    add(all, Manner.GONE, 1);
    return List.copyOf(all);
  }

  private static void add(List<Manner> all, Manner manner, int count) {
    for (int i = 0; i < count; i++) {
      all.add(manner);
    }
  }

  /** Slow receivers get fewer, so that the storm ends some day. */
  static StormPlan of(int deliveries) {
    List<Integer> jobs = new ArrayList<>();
    int slowJobs = Math.max(2, deliveries / 1250);
    for (int i = 0; jobs.size() * PER_JOB < deliveries; i++) {
      int receiver = i % RECEIVERS.size();
      if (!RECEIVERS.get(receiver).slow() || i / RECEIVERS.size() < slowJobs) {
        jobs.add(receiver);
      }
    }
    return new StormPlan(List.copyOf(jobs));
  }

  int deliveries() {
    return jobs.size() * PER_JOB;
  }

  Manner manner(int job) {
    return RECEIVERS.get(jobs.get(job));
  }

  Job job(int number) {
    TenantId tenant = new TenantId("tenant-" + jobs.get(number) % TENANTS);
    return TestJobs.aQueuedJob(number, tenant, "storm-" + number, TestJobs.NOW);
  }

  JobChange change(int number, List<Integer> ports, Instant now) {
    Job job = job(number);
    URI url = URI.create("http://127.0.0.1:" + ports.get(jobs.get(number)) + "/hook");
    WebhookMessage[] messages = new WebhookMessage[PER_JOB];
    for (int i = 0; i < PER_JOB; i++) {
      String data =
          "{\"job\":" + number + ",\"seq\":" + i + ",\"text\":\"" + "x".repeat(400) + "\"}";
      messages[i] =
          new WebhookMessage(
              id(number, i), job.tenant(), job.id(), i, url, "job.status_changed", 2, data, now);
    }
    return TestJobs.created(job, messages);
  }

  static DeliveryId id(int job, int sequence) {
    return new DeliveryId("dlv_storm" + job + "x" + sequence);
  }
}
