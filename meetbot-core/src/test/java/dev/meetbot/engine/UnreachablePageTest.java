package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnreachablePageTest {
  private final EngineFixture it = new EngineFixture();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void a_page_that_the_network_does_not_lead_to_is_tried_again_and_then_lost() throws Exception {
    it.meeting.cutOff();
    Job job = it.create("unreachable");
    it.seen.await(job.id(), j -> j.status() == JobStatus.QUEUED && j.progress().attempt() == 1);
    it.clock.elapse(Duration.ofSeconds(5));
    it.seen.await(job.id(), j -> j.status() == JobStatus.QUEUED && j.progress().attempt() == 2);
    it.clock.elapse(Duration.ofSeconds(10));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.NETWORK_LOSS);
    assertThat(failed.progress().failure().detail())
        .isEqualTo("the meeting's page could not be reached: the connection was reset");
    assertThat(failed.progress().manifestUri()).isNotNull();
  }
}
