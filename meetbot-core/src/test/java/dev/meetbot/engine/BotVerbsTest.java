package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.model.BotVerb;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BotVerbsTest {
  private final EngineFixture it = new EngineFixture();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void pause_and_resume_show_in_the_recording_state_and_the_manifest() throws Exception {
    Job job = it.recording("pause");
    it.clock.elapse(Duration.ofSeconds(5));
    VerbReceipt receipt = ask(job, BotVerb.PAUSE_RECORDING);
    assertThat(receipt.status()).isEqualTo(JobStatus.RECORDING);
    assertThat(receipt.jobId()).isEqualTo(job.id());
    Job paused = state(job, RecordingState.PAUSED);
    assertThat(paused.status()).isEqualTo(JobStatus.RECORDING);
    ask(job, BotVerb.PAUSE_RECORDING);
    idle(job);
    it.clock.elapse(Duration.ofSeconds(3));
    ask(job, BotVerb.RESUME_RECORDING);
    it.seen.await(() -> now(job).progress().recordingState() == RecordingState.RECORDING, "on");
    it.clock.elapse(Duration.ofSeconds(2));
    it.meeting.show(MeetingState.ENDED);
    it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(it.meeting.acts())
        .containsExactly(
            "join Notes", "recording true", "recording false", "recording true", "leave");
    assertThat(manifest(job).replaceAll("\\s", ""))
        .contains("\"pauses\":[{\"startMs\":5000,\"endMs\":8000}]");
  }

  @Test
  void stop_keeps_the_bot_in_the_call_and_resume_starts_again() throws Exception {
    Job job = it.recording("stop");
    it.clock.elapse(Duration.ofSeconds(4));
    ask(job, BotVerb.STOP_RECORDING);
    Job stopped =
        it.seen.await(job.id(), j -> j.progress().recordingState() == RecordingState.STOPPED);
    assertThat(stopped.status()).isEqualTo(JobStatus.IN_CALL);
    ask(job, BotVerb.STOP_RECORDING);
    ask(job, BotVerb.PAUSE_RECORDING);
    idle(job);
    assertThat(now(job).progress().recordingState()).isEqualTo(RecordingState.STOPPED);
    it.clock.elapse(Duration.ofSeconds(6));
    ask(job, BotVerb.RESUME_RECORDING);
    it.seen.await(() -> now(job).status() == JobStatus.RECORDING, "recording again");
    it.clock.elapse(Duration.ofSeconds(1));
    ask(job, BotVerb.STOP_RECORDING);
    it.seen.await(() -> now(job).status() == JobStatus.IN_CALL, "stopped again");
    it.clock.elapse(Duration.ofSeconds(30));
    ask(job, BotVerb.LEAVE_CALL);
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.progress().endReason()).isEqualTo(EndReason.LEAVE_REQUESTED);
    assertThat(manifest(job).replaceAll("\\s", ""))
        .contains("\"durationMs\":11000", "\"pauses\":[{\"startMs\":4000,\"endMs\":10000}]");
  }

  @Test
  void a_job_that_does_not_start_by_itself_starts_when_asked() throws Exception {
    Job job = it.create("manual", edit -> edit.recording = manual());
    it.admit(EngineFixture.ADA);
    it.seen.await(job.id(), JobStatus.IN_CALL);
    ask(job, BotVerb.PAUSE_RECORDING);
    idle(job);
    assertThat(now(job).status()).isEqualTo(JobStatus.IN_CALL);
    ask(job, BotVerb.RESUME_RECORDING);
    it.seen.await(job.id(), JobStatus.RECORDING);
  }

  @Test
  void a_bot_leaves_when_the_chat_shows_what_it_wrote() throws Exception {
    Job job = it.recording("farewell");
    chat(job, "goodbye");
    ask(job, BotVerb.LEAVE_CALL);
    it.seen.await(() -> said().contains("chat goodbye"), "the message");
    assertThat(it.meeting.acts()).doesNotContain("leave");
    it.meeting.show(
        new MeetingSnapshot(
            MeetingState.IN_CALL,
            null,
            it.clock.instant(),
            List.of(EngineFixture.ADA, EngineFixture.SELF),
            List.of(new ChatMessage("m1", "self", "Notes", it.clock.instant(), "goodbye")),
            List.of(),
            List.of()));
    it.seen.await(job.id(), JobStatus.COMPLETED);
  }

  @Test
  void a_chat_that_shows_nothing_keeps_no_bot() throws Exception {
    Job job = it.recording("silent-chat");
    chat(job, "anybody?");
    ask(job, BotVerb.LEAVE_CALL);
    it.seen.await(() -> said().contains("chat anybody?"), "the message");
    it.clock.elapse(Duration.ofSeconds(2));
    it.seen.await(job.id(), JobStatus.COMPLETED);
  }

  @Test
  void leaving_keeps_the_recording_and_completes_the_job() throws Exception {
    Job job = it.recording("leave");
    ask(job, BotVerb.LEAVE_CALL);
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.progress().endReason()).isEqualTo(EndReason.LEAVE_REQUESTED);
    assertThat(done.progress().manifestUri()).isNotNull();
    assertThat(done.progress().commands()).isEmpty();
    assertThat(it.meeting.acts()).endsWith("leave");
    refused(job, BotVerb.LEAVE_CALL, JobStatus.COMPLETED);
    refused(job, BotVerb.PAUSE_RECORDING, JobStatus.COMPLETED);
  }

  @Test
  void leaving_before_the_call_ends_the_job() throws Exception {
    Job later = it.create("later", edit -> edit.joinAt = it.clock.instant().plusSeconds(3600));
    refused(later, BotVerb.SEND_CHAT_MESSAGE, JobStatus.QUEUED);
    assertThat(ask(later, BotVerb.LEAVE_CALL).status()).isEqualTo(JobStatus.CANCELLED);
    Job waiting = it.create("waiting");
    it.seen.await(waiting.id(), j -> j.progress().waitingRoomSince() != null);
    refused(waiting, BotVerb.PAUSE_RECORDING, JobStatus.JOINING);
    assertThat(ask(waiting, BotVerb.LEAVE_CALL).status()).isEqualTo(JobStatus.CANCELLED);
    it.seen.await(() -> it.meeting.acts().contains("leave"), "the bot left the waiting room");
  }

  @Test
  void messages_of_many_clients_are_written_each_once_and_in_the_order_of_acceptance()
      throws Exception {
    Job job = it.recording("chat");
    ExecutorService crowd = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int client = i;
      all.add(
          crowd.submit(
              () -> {
                for (int n = 0; n < 10; n++) {
                  chat(job, client + "-" + n);
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    crowd.shutdown();
    it.seen.await(() -> said().size() == 40, "40 messages");
    assertThat(said()).doesNotHaveDuplicates();
    for (int client = 0; client < 4; client++) {
      String mine = "chat " + client + "-";
      assertThat(said().stream().filter(s -> s.startsWith(mine)).toList()).isSorted();
    }
  }

  @Test
  void a_verb_reaches_the_bot_of_another_node() throws Exception {
    Job job = it.recording("elsewhere");
    try (EngineFixture other = new EngineFixture(it.storage, it.artifacts)) {
      other.engine.verbs().ask(it.tenant, job.id(), BotVerb.PAUSE_RECORDING, null);
      state(job, RecordingState.PAUSED);
      assertThat(other.meeting.acts()).isEmpty();
      other.engine.verbs().ask(it.tenant, job.id(), BotVerb.LEAVE_CALL, null);
      it.seen.await(job.id(), JobStatus.COMPLETED);
    }
  }

  @Test
  void a_job_that_is_cancelled_while_its_bot_obeys_is_cancelled_and_nothing_else()
      throws Exception {
    for (int i = 0; i < 30; i++) {
      Job job = it.recording("race-" + i);
      ask(job, i % 2 == 0 ? BotVerb.STOP_RECORDING : BotVerb.LEAVE_CALL);
      try {
        it.engine.cancel(it.tenant, job.id());
      } catch (JobFinishedException e) {
        // the bot was faster
      }
      Job ended = it.seen.await(job.id(), j -> j.status().terminal());
      assertThat(ended.status()).isIn(JobStatus.CANCELLED, JobStatus.COMPLETED);
    }
  }

  @Test
  void another_tenants_job_is_not_found_and_a_message_belongs_to_its_verb_only() throws Exception {
    Job job = it.recording("checks");
    BotVerbs verbs = it.engine.verbs();
    TenantId stranger = new TenantId("stranger");
    assertThatThrownBy(() -> verbs.ask(stranger, job.id(), BotVerb.PAUSE_RECORDING, null))
        .isInstanceOf(JobNotFoundException.class);
    assertThatThrownBy(
            () -> verbs.ask(it.tenant, new JobId("unknown"), BotVerb.PAUSE_RECORDING, null))
        .isInstanceOf(JobNotFoundException.class);
    assertThatThrownBy(() -> verbs.ask(it.tenant, job.id(), BotVerb.PAUSE_RECORDING, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> verbs.ask(it.tenant, job.id(), BotVerb.SEND_CHAT_MESSAGE, "x".repeat(2001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bot_that_does_not_work_its_verbs_off_takes_no_more_than_a_hundred() throws Exception {
    Job job = it.recording("flood");
    it.meeting.holdChat();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                chat(job, "message " + i);
              }
            })
        .isInstanceOf(VerbRefusedException.class)
        .hasMessageContaining("100 requests wait");
    it.meeting.letChatThrough();
  }

  private VerbReceipt ask(Job job, BotVerb verb) {
    return it.engine.verbs().ask(it.tenant, job.id(), verb, null);
  }

  private void chat(Job job, String text) {
    it.engine.verbs().ask(it.tenant, job.id(), BotVerb.SEND_CHAT_MESSAGE, text);
  }

  private void refused(Job job, BotVerb verb, JobStatus status) {
    String text = verb == BotVerb.SEND_CHAT_MESSAGE ? "hello" : null;
    assertThatThrownBy(() -> it.engine.verbs().ask(it.tenant, job.id(), verb, text))
        .isInstanceOfSatisfying(
            VerbRefusedException.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  private Job state(Job job, RecordingState state) throws InterruptedException {
    return it.seen.await(job.id(), j -> j.progress().recordingState() == state);
  }

  /** Until the bot has done all that it was asked. */
  private void idle(Job job) throws InterruptedException {
    it.seen.await(() -> now(job).progress().commands().isEmpty(), "nothing left to do");
  }

  private Job now(Job job) {
    return it.engine.find(it.tenant, job.id()).orElseThrow();
  }

  private List<String> said() {
    return it.meeting.acts().stream().filter(a -> a.startsWith("chat ")).toList();
  }

  private String manifest(Job job) throws IOException {
    try (ArtifactContent content =
        it.engine.artifact(it.tenant, job.id(), "manifest.json", ByteRange.ALL).orElseThrow()) {
      return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RecordingSpec manual() {
    RecordingSpec d = RecordingSpec.DEFAULTS;
    return new RecordingSpec(d.audio(), d.video(), d.layout(), d.captions(), d.chat(), false);
  }
}
