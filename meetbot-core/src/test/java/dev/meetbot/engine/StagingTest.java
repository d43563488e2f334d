package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bots for later, and bots for which there is no room. */
@Timeout(60)
class StagingTest {
  private final EngineFixture it = new EngineFixture();

  @AfterEach
  void close() {
    it.close();
    assertThat(it.browser.open()).as("browsers left open").isZero();
  }

  @Test
  void a_bot_for_later_has_its_browser_before_and_asks_at_its_time() throws Exception {
    Job job = in(Duration.ofMinutes(5), "later");
    it.clock.elapse(Duration.ofSeconds(269));
    Job early = in(Duration.ofHours(1), "much-later");
    assertThat(it.browser.open()).isZero();
    it.clock.elapse(Duration.ofSeconds(1));
    staged(1);
    assertThat(it.engine.find(it.tenant, job.id()).orElseThrow().status())
        .isEqualTo(JobStatus.QUEUED);
    assertThat(it.meeting.acts()).isEmpty();

    it.admit(EngineFixture.ADA);
    it.clock.elapse(Duration.ofSeconds(30));
    Job joined = it.seen.await(job.id(), JobStatus.IN_CALL);
    assertThat(joined.progress().attempt()).isEqualTo(1);
    assertThat(it.browser.launches()).isEqualTo(1);
    assertThat(it.meeting.acts()).startsWith("join Notes");
    assertThat(it.engine.find(it.tenant, early.id()).orElseThrow().lease()).isNull();
  }

  @Test
  void a_staged_bot_that_is_cancelled_closes_its_browser() throws Exception {
    Job job = in(Duration.ofSeconds(20), "cancelled");
    staged(1);
    assertThat(it.engine.cancel(it.tenant, job.id()).status()).isEqualTo(JobStatus.CANCELLED);
    staged(0);
    assertThat(it.meeting.acts()).isEmpty();
  }

  @Test
  void a_job_that_is_moved_away_gives_its_browser_back_and_gets_one_at_its_new_time()
      throws Exception {
    Job job = in(Duration.ofSeconds(20), "moved");
    staged(1);
    move(job, it.clock.instant().plus(Duration.ofHours(1)));
    staged(0);
    it.seen.await(() -> lease(job) == null, "the lease given back");
    it.clock.elapse(Duration.ofMinutes(59).plusSeconds(45));
    staged(1);
    it.admit(EngineFixture.ADA);
    it.clock.elapse(Duration.ofSeconds(15));
    it.seen.await(job.id(), JobStatus.IN_CALL);
  }

  private void move(Job queued, Instant joinAt) {
    Job now = it.storage.jobs().find(queued.id()).orElseThrow();
    JobSpec s = now.spec();
    JobSpec moved =
        new JobSpec(
            s.externalId(),
            s.meetingUrl(),
            s.platform(),
            joinAt,
            s.displayName(),
            s.webhooks(),
            s.metadata(),
            s.autoLeave(),
            s.recording(),
            s.consent());
    Job changed =
        new Job(
            now.id(),
            now.tenant(),
            now.version() + 1,
            moved,
            now.progress().with(edit -> edit.dueAt = joinAt),
            now.lease(),
            now.history(),
            now.createdAt(),
            now.updatedAt());
    it.storage.jobs().commit(new JobChange(changed, List.of()));
  }

  @Test
  void a_staged_browser_that_dies_is_replaced_before_the_time() throws Exception {
    Job job = in(Duration.ofSeconds(25), "dies");
    staged(1);
    it.meeting.crash();
    it.clock.elapse(Duration.ofSeconds(6));
    it.seen.await(() -> it.browser.launches() >= 2, "another browser");
    it.admit(EngineFixture.ADA);
    it.clock.elapse(Duration.ofSeconds(19));
    it.seen.await(job.id(), JobStatus.IN_CALL);
  }

  @Test
  void a_bot_that_could_not_be_staged_goes_in_all_the_same() throws Exception {
    it.browser.refuse(1);
    Job job = in(Duration.ofSeconds(4), "unstaged");
    it.seen.await(() -> it.browser.launches() == 1, "a refused browser");
    it.admit(EngineFixture.ADA);
    it.clock.elapse(Duration.ofSeconds(4));
    assertThat(it.seen.await(job.id(), JobStatus.IN_CALL).progress().attempt()).isEqualTo(1);
  }

  @Test
  void a_staged_bot_makes_way_for_one_that_is_due_and_comes_back() throws Exception {
    Job soon = in(Duration.ofSeconds(10), "soon");
    Job later = in(Duration.ofSeconds(20), "later");
    in(Duration.ofSeconds(5), "third");
    in(Duration.ofSeconds(6), "fourth");
    staged(4);
    Job now = it.create("now");
    it.seen.await(now.id(), JobStatus.JOINING);
    it.seen.await(() -> lease(later) == null, "the place of the one with most time left");
    assertThat(lease(soon)).isNotNull();
    staged(4);
    it.engine.cancel(it.tenant, now.id());
    it.seen.await(() -> lease(later) != null, "a place again");
    staged(4);
  }

  @Test
  void an_engine_that_stops_gives_staged_bots_back_at_once() throws Exception {
    Job job = in(Duration.ofSeconds(20), "handed-over");
    staged(1);
    it.engine.close();
    assertThat(it.storage.jobs().find(job.id()).orElseThrow().lease()).isNull();
    try (EngineFixture other = new EngineFixture(it.storage, it.artifacts, it.clock)) {
      other.seen.await(() -> other.browser.open() == 1, "staged by the other");
      other.admit(EngineFixture.ADA);
      it.clock.elapse(Duration.ofSeconds(20));
      other.seen.await(job.id(), JobStatus.IN_CALL);
    }
  }

  @Test
  void a_job_that_nobody_has_room_for_fails_in_time() throws Exception {
    try (EngineFixture full =
        new EngineFixture(it.storage, it.artifacts, it.clock, edit -> edit.maxBots = 0)) {
      it.engine.close();
      Job job = full.engine.create(it.tenant, EngineFixture.request("full", edit -> {})).job();
      it.clock.elapse(Duration.ofSeconds(599));
      assertThat(full.engine.find(it.tenant, job.id()).orElseThrow().status())
          .isEqualTo(JobStatus.QUEUED);
      it.clock.elapse(Duration.ofSeconds(1));
      Job failed = full.seen.await(job.id(), JobStatus.FAILED);
      assertThat(failed.progress().failure())
          .satisfies(
              failure -> {
                assertThat(failure).isNotNull();
                assertThat(failure.code()).isEqualTo(FailureCode.DISPATCH_TIMEOUT);
                assertThat(failure.detail()).contains("within 600 s");
              });
      assertThat(failed.progress().manifestUri()).isNotNull();
    }
  }

  private Object lease(Job job) {
    return it.storage.jobs().find(job.id()).orElseThrow().lease();
  }

  private void staged(int browsers) throws InterruptedException {
    it.seen.await(() -> it.browser.open() == browsers, browsers + " staged browsers");
  }

  private Job in(Duration time, String externalId) {
    Instant joinAt = it.clock.instant().plus(time);
    return it.create(externalId, edit -> edit.joinAt = joinAt);
  }
}
