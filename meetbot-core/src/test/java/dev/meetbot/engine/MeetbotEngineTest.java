package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.StatusChange;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.webhook.DeliveryResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MeetbotEngineTest {
  private final EngineFixture it = new EngineFixture();

  @AfterEach
  void close() {
    it.close();
    assertThat(it.browser.open()).as("browsers left open").isZero();
  }

  @Test
  void a_job_goes_its_whole_way_and_tells_of_every_step_in_order() throws Exception {
    Job job = it.recording("whole");
    it.meeting.show(MeetingState.ENDED);
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.history())
        .extracting(StatusChange::status)
        .containsExactly(
            JobStatus.QUEUED,
            JobStatus.JOINING,
            JobStatus.IN_CALL,
            JobStatus.RECORDING,
            JobStatus.FINALIZING,
            JobStatus.COMPLETED);
    assertThat(done.progress().endReason()).isEqualTo(EndReason.MEETING_ENDED);
    assertThat(done.progress().manifestUri()).endsWith("/api/v1/jobs/" + job.id() + "/manifest");
    assertThat(it.meeting.acts()).containsExactly("join Notes", "recording true", "leave");
    it.seen.await(() -> it.webhooks.bodies().size() == 6, "six webhooks");
    assertThat(statuses())
        .containsExactly(
            "joining", "in_call", "recording", "finalizing", "completed", "job.finalized");
    try (ArtifactContent manifest =
        it.engine.artifact(it.tenant, job.id(), "manifest.json", ByteRange.ALL).orElseThrow()) {
      String text = new String(manifest.stream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("\"completed\"", "\"meeting_ended\"");
    }
  }

  @Test
  void one_external_id_is_one_job_however_many_ask_at_once() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(16);
    Callable<Creation> ask =
        () -> it.engine.create(it.tenant, EngineFixture.request("same", edit -> {}));
    List<Future<Creation>> answers = crowd.invokeAll(Stream.generate(() -> ask).limit(16).toList());
    crowd.shutdown();
    int made = 0;
    for (Future<Creation> answer : answers) {
      made += answer.get().deduplicated() ? 0 : 1;
      assertThat(answer.get().job().id()).isEqualTo(answers.get(0).get().job().id());
    }
    assertThat(made).isEqualTo(1);
  }

  @Test
  void a_denied_bot_fails_with_that_reason_and_its_evidence() throws Exception {
    Job job = it.create("denied");
    it.seen.await(job.id(), j -> j.progress().waitingRoomSince() != null);
    it.clock.elapse(Duration.ofSeconds(12));
    it.meeting.show(MeetingState.DENIED);
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .isEqualTo(
            new Failure(
                FailureCode.HOST_DENIED_ADMISSION, "the host denied entry 12 s after asking"));
    assertThat(it.engine.artifact(it.tenant, job.id(), "evidence/page.json", ByteRange.ALL))
        .isPresent();
    assertThat(failed.progress().manifestUri()).isNotNull();
    it.seen.await(() -> statuses().contains("job.failed"), "job.failed");
  }

  @Test
  void a_bot_that_nobody_lets_in_gives_up_in_time() throws Exception {
    Job job = it.create("late", edit -> edit.autoLeave = entryDelay(Duration.ofSeconds(30)));
    it.seen.await(job.id(), j -> j.progress().waitingRoomSince() != null);
    it.clock.elapse(Duration.ofSeconds(30));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(code(failed)).isEqualTo(FailureCode.LOBBY_TIMEOUT);
  }

  @Test
  void a_removed_bot_keeps_its_recording_and_fails() throws Exception {
    Job job = it.recording("removed");
    it.meeting.show(MeetingState.REMOVED);
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(code(failed)).isEqualTo(FailureCode.REMOVED_FROM_MEETING);
    assertThat(failed.history()).extracting(StatusChange::status).contains(JobStatus.FINALIZING);
    assertThat(failed.progress().manifestUri()).isNotNull();
  }

  @Test
  void a_bot_that_is_left_alone_leaves_and_the_job_completes() throws Exception {
    Job job = it.recording("alone");
    it.seen.await(job.id(), j -> j.progress().participantCount() == 1);
    it.admit();
    it.seen.await(job.id(), j -> j.version() > 5 && j.progress().participantCount() == 0);
    it.clock.elapse(Duration.ofSeconds(60));
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.progress().endReason()).isEqualTo(EndReason.EVERYONE_LEFT);
    assertThatThrownBy(() -> it.engine.cancel(it.tenant, job.id()))
        .isInstanceOf(JobFinishedException.class);
  }

  @Test
  void cancelling_before_the_call_ends_the_job_at_once() throws Exception {
    Job later = it.create("later", edit -> edit.joinAt = it.clock.instant().plusSeconds(3600));
    assertThat(it.engine.cancel(it.tenant, later.id()).status()).isEqualTo(JobStatus.CANCELLED);
    Job cancelled = it.engine.find(it.tenant, later.id()).orElseThrow();
    assertThat(it.engine.cancel(it.tenant, later.id())).isEqualTo(cancelled);

    Job waiting = it.create("waiting");
    it.seen.await(waiting.id(), j -> j.progress().waitingRoomSince() != null);
    assertThat(it.engine.cancel(it.tenant, waiting.id()).status()).isEqualTo(JobStatus.CANCELLED);
    it.seen.await(() -> it.meeting.acts().contains("leave"), "the bot left the waiting room");
  }

  @Test
  void cancelling_in_a_call_keeps_the_recording() throws Exception {
    Job job = it.recording("cancel");
    it.engine.cancel(it.tenant, job.id());
    Job ended = it.seen.await(job.id(), JobStatus.CANCELLED);
    assertThat(ended.progress().manifestUri()).isNotNull();
    assertThat(it.meeting.acts()).contains("leave");
  }

  @Test
  void a_frozen_page_is_noticed_and_the_recording_kept() throws Exception {
    Job job = it.recording("frozen");
    it.meeting.freeze();
    it.clock.elapse(Duration.ofSeconds(11));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().detail()).contains("gave no answer for 11 s");
    assertThat(code(failed)).isEqualTo(FailureCode.INTERNAL_ERROR);
    assertThat(it.meeting.acts()).doesNotContain("leave");
  }

  @Test
  void a_dead_browser_fails_the_job_after_finalizing() throws Exception {
    Job job = it.recording("crash");
    it.meeting.crash();
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .isEqualTo(new Failure(FailureCode.INTERNAL_ERROR, "the browser has ended"));
    assertThat(failed.progress().manifestUri()).isNotNull();
  }

  @Test
  void a_browser_that_does_not_start_is_tried_three_times() throws Exception {
    it.browser.refuse(3);
    Job job = it.create("no-browser");
    it.seen.await(job.id(), j -> j.status() == JobStatus.QUEUED && j.progress().attempt() == 1);
    it.clock.elapse(Duration.ofSeconds(5));
    it.seen.await(job.id(), j -> j.status() == JobStatus.QUEUED && j.progress().attempt() == 2);
    it.clock.elapse(Duration.ofSeconds(10));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().attempt()).isEqualTo(3);
    assertThat(failed.progress().failure().detail()).contains("no browser");
  }

  @Test
  void a_receiver_that_is_down_gets_every_event_in_order_later() throws Exception {
    it.webhooks.answer(DeliveryResult.unreachable("connection refused"));
    Job job = it.recording("down");
    it.meeting.show(MeetingState.ENDED);
    it.seen.await(job.id(), JobStatus.COMPLETED);
    // the retry that comes at once is over too: the next one waits for the clock
    it.seen.await(
        () -> it.storage.outbox().list(job.id()).get(0).attempts().size() == 2, "two attempts");
    assertThat(it.webhooks.bodies()).isEmpty();
    it.webhooks.answer(DeliveryResult.answered(204, null, ""));
    it.clock.elapse(Duration.ofMinutes(1));
    it.seen.await(() -> it.webhooks.bodies().size() == 6, "six webhooks");
    assertThat(statuses())
        .containsExactly(
            "joining", "in_call", "recording", "finalizing", "completed", "job.finalized");
  }

  @Test
  void events_about_people_come_to_those_who_asked() throws Exception {
    Job job = it.create("people", edit -> edit.events = Set.of("bot.participant_joined"));
    it.admit(EngineFixture.ADA);
    it.seen.await(job.id(), j -> j.progress().participantCount() == 1);
    it.seen.await(
        () -> it.webhooks.bodies().stream().anyMatch(b -> b.contains("\"name\":\"Ada\"")),
        "bot.participant_joined");
  }

  @Test
  void another_engine_finalizes_what_a_stopped_one_left() throws Exception {
    Job job = it.recording("taken-over");
    it.engine.close();
    assertThat(it.storage.jobs().find(job.id()).orElseThrow().lease()).isNull();
    try (EngineFixture other = new EngineFixture(it.storage, it.artifacts)) {
      Job failed = other.seen.await(job.id(), JobStatus.FAILED);
      assertThat(failed.progress().failure().detail()).contains("the worker stopped");
      assertThat(failed.progress().manifestUri()).isNotNull();
    }
  }

  @Test
  void a_request_is_told_everything_that_is_wrong_with_it() {
    JobRequest wrong =
        JobRequest.of(
            edit -> {
              edit.meetingUrl = "ftp://x";
              edit.displayName = "a\u0007b";
              edit.metadata = "[]";
              edit.onFinalize = "nowhere";
            });
    assertThatThrownBy(() -> it.engine.create(it.tenant, wrong))
        .isInstanceOfSatisfying(
            InvalidJobException.class,
            e ->
                assertThat(e.issues())
                    .extracting(issue -> String.join(".", issue.path()))
                    .containsExactlyInAnyOrder(
                        "externalId",
                        "meetingUrl",
                        "displayName",
                        "metadata",
                        "webhooks.onFinalize"));
  }

  @Test
  void another_tenants_job_is_not_found() {
    Job job = it.create("mine", edit -> edit.joinAt = it.clock.instant().plusSeconds(60));
    TenantId stranger = new TenantId("stranger");
    assertThat(it.engine.find(stranger, job.id())).isEmpty();
    assertThatThrownBy(() -> it.engine.cancel(stranger, job.id()))
        .isInstanceOf(JobNotFoundException.class);
  }

  private List<String> statuses() {
    return it.webhooks.bodies().stream().map(MeetbotEngineTest::label).toList();
  }

  private static String label(String body) {
    if (body.contains("\"event\":\"job.status_changed\"")) {
      return body.replaceAll("(?s).*\"status\":\"([a-z_]+)\".*", "$1");
    }
    return body.replaceAll("(?s).*?\"event\":\"([a-z._]+)\".*", "$1");
  }

  private static FailureCode code(Job job) {
    Failure failure = job.progress().failure();
    assertThat(failure).isNotNull();
    return failure.code();
  }

  private static AutoLeave entryDelay(Duration delay) {
    AutoLeave d = AutoLeave.DEFAULTS;
    return new AutoLeave(
        delay,
        d.afterSilence(),
        d.afterSolo(),
        d.afterMax(),
        d.afterNoOneJoined(),
        d.afterOnlyBots(),
        d.onBotDetected(),
        d.botNames());
  }
}
