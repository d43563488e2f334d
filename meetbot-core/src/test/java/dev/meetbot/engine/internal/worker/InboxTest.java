package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.tck.TestJobs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class InboxTest {
  private final Job job = TestJobs.aJob();
  private final Inbox inbox = new Inbox(job);

  @Test
  void a_job_that_is_known_already_wakes_nobody() throws Exception {
    Duration limit = Duration.ofMillis(30);
    inbox.refreshed(job);
    long start = System.nanoTime();
    inbox.await(limit);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(limit.toNanos());
  }

  @Test
  void a_newer_job_wakes_who_waits() throws Exception {
    Job newer =
        new JobLifecycle(1, Duration.ZERO)
            .decide(job, Trigger.of(Trigger.Kind.CLAIMED), TestJobs.NOW)
            .orElseThrow()
            .job();
    inbox.refreshed(newer);
    inbox.await(Duration.ofMinutes(1));
    assertThat(inbox.job()).isEqualTo(newer);
  }
}
