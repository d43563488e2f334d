package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.BotVerb;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingState;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.Permission;
import dev.meetbot.spi.meeting.MeetingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AskingTest {
  private static final Participant GUEST =
      new Participant("bob", "Bob", false, false, false, false);

  private final EngineFixture it = new EngineFixture();
  private final List<ChatMessage> chat = new ArrayList<>();
  private @Nullable Permission permission;

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void a_required_yes_is_asked_for_in_the_chat_and_lets_the_recording_begin() throws Exception {
    Job job = required("yes", null);
    String prompt = awaitPrompt();
    assertThat(prompt).contains("Notes would like to record").contains("yes or no");
    say("bob", "yes");
    say("ada", "hello everybody");
    looks(3);
    assertThat(now(job).status()).isEqualTo(JobStatus.IN_CALL);
    it.clock.elapse(Duration.ofSeconds(7));
    say("ada", "Ja, gerne!");
    it.seen.await(job.id(), JobStatus.RECORDING);
    assertThat(now(job).progress().consents())
        .containsExactly(
            new ConsentAnswer(true, ConsentAnswer.Reason.GRANTED, "Ada", it.clock.instant()));
    it.seen.await(() -> !responses().isEmpty(), "the response event");
    assertThat(responses())
        .singleElement()
        .satisfies(
            body ->
                assertThat(body)
                    .contains(
                        "\"granted\":true", "\"reason\":\"granted\"", "\"respondent\":\"Ada\""));
    it.meeting.show(MeetingState.ENDED);
    it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(manifest(job))
        .contains("\"consent\":{\"required\":true,\"answers\":[{\"granted\":true")
        .contains("\"respondent\":\"Ada\"");
  }

  @Test
  void a_no_ends_a_job_that_needs_a_yes() throws Exception {
    Job job = required("no", "Dürfen wir aufzeichnen?");
    assertThat(awaitPrompt()).isEqualTo("chat Dürfen wir aufzeichnen?");
    say("ada", "nein danke");
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .isEqualTo(new Failure(FailureCode.RECORDING_DISABLED, "Ada did not allow the recording"));
    assertThat(failed.progress().endReason()).isEqualTo(EndReason.RECORDING_REFUSED);
    assertThat(failed.progress().recordingState()).isEqualTo(RecordingState.IDLE);
    assertThat(failed.progress().manifestUri()).isNotNull();
    assertThat(it.meeting.acts()).doesNotContain("recording true").endsWith("leave");
  }

  @Test
  void no_answer_in_time_is_a_no() throws Exception {
    Job job = required("timeout", null);
    awaitPrompt();
    it.clock.elapse(Duration.ofSeconds(29));
    looks(3);
    assertThat(now(job).status()).isEqualTo(JobStatus.IN_CALL);
    it.clock.elapse(Duration.ofSeconds(1));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().detail())
        .isEqualTo("nobody allowed the recording within 30 s");
    it.seen.await(() -> !responses().isEmpty(), "the response event");
    assertThat(responses().get(0))
        .contains("\"granted\":false", "\"reason\":\"timeout\"", "\"respondent\":null");
  }

  @Test
  void a_yes_that_is_taken_back_pauses_until_it_is_given_again() throws Exception {
    Job job = required("back", null);
    awaitPrompt();
    say("ada", "yes");
    it.seen.await(job.id(), JobStatus.RECORDING);
    say("ada", "stop recording");
    it.seen.await(job.id(), j -> j.progress().recordingState() == RecordingState.PAUSED);
    it.engine.verbs().ask(it.tenant, job.id(), BotVerb.RESUME_RECORDING, null);
    it.seen.await(() -> now(job).progress().commands().isEmpty(), "resume done");
    assertThat(now(job).progress().recordingState()).isEqualTo(RecordingState.PAUSED);
    say("ada", "ok");
    it.seen.await(() -> now(job).progress().recordingState() == RecordingState.RECORDING, "again");
    assertThat(now(job).progress().consents())
        .extracting(ConsentAnswer::reason)
        .containsExactly(
            ConsentAnswer.Reason.GRANTED,
            ConsentAnswer.Reason.WITHDRAWN,
            ConsentAnswer.Reason.GRANTED);
    assertThat(it.meeting.acts())
        .containsSubsequence("recording true", "recording false", "recording true");
  }

  @Test
  void a_client_who_paused_is_not_overruled_by_a_yes() throws Exception {
    Job job = required("paused", null);
    awaitPrompt();
    it.engine.verbs().ask(it.tenant, job.id(), BotVerb.PAUSE_RECORDING, null);
    it.seen.await(() -> now(job).progress().commands().isEmpty(), "pause done");
    say("ada", "yes");
    it.seen.await(job.id(), j -> !j.progress().consents().isEmpty());
    looks(3);
    assertThat(now(job).status()).isEqualTo(JobStatus.IN_CALL);
    it.engine.verbs().ask(it.tenant, job.id(), BotVerb.RESUME_RECORDING, null);
    it.seen.await(job.id(), JobStatus.RECORDING);
  }

  @Test
  void the_platforms_own_dialog_is_used_where_there_is_one() throws Exception {
    it.meeting.haveDialog();
    Job job = required("dialog", "May I?");
    it.seen.await(() -> it.meeting.acts().contains("ask May I?"), "the dialog");
    say("ada", "yes");
    looks(3);
    assertThat(now(job).status()).isEqualTo(JobStatus.IN_CALL);
    permission = new Permission("q1/1", true, "Ada");
    show();
    it.seen.await(job.id(), JobStatus.RECORDING);
    permission = new Permission("q1/2", false, "Ada");
    show();
    it.seen.await(job.id(), j -> j.progress().recordingState() == RecordingState.PAUSED);
    permission = new Permission("q1/3", true, "Ada");
    show();
    it.seen.await(() -> now(job).progress().recordingState() == RecordingState.RECORDING, "again");
    assertThat(it.meeting.acts()).noneMatch(act -> act.startsWith("chat "));
  }

  @Test
  void where_no_yes_is_needed_a_no_pauses_the_recording_and_no_answer_does_not() throws Exception {
    Job job = it.create("free", edit -> edit.consent = consent(false, null));
    show();
    it.seen.await(job.id(), JobStatus.RECORDING);
    it.engine.verbs().ask(it.tenant, job.id(), BotVerb.REQUEST_RECORDING_PERMISSION, null);
    awaitPrompt();
    it.clock.elapse(Duration.ofSeconds(30));
    it.seen.await(job.id(), j -> !j.progress().consents().isEmpty());
    assertThat(now(job).progress().recordingState()).isEqualTo(RecordingState.RECORDING);
    say("ada", "no");
    Job paused =
        it.seen.await(job.id(), j -> j.progress().recordingState() == RecordingState.PAUSED);
    assertThat(paused.status()).isEqualTo(JobStatus.RECORDING);
    it.seen.await(() -> responses().size() == 2, "both answers");
  }

  private Job required(String externalId, @Nullable String prompt) throws InterruptedException {
    Job job = it.create(externalId, edit -> edit.consent = consent(true, prompt));
    show();
    it.seen.await(job.id(), JobStatus.IN_CALL);
    return job;
  }

  private static ConsentSpec consent(boolean required, @Nullable String prompt) {
    return new ConsentSpec(required, prompt, Duration.ofSeconds(30));
  }

  private void say(String senderId, String text) {
    chat.add(new ChatMessage("c" + chat.size(), senderId, senderId, it.clock.instant(), text));
    show();
  }

  private void show() {
    it.meeting.show(
        new MeetingSnapshot(
            MeetingState.IN_CALL,
            null,
            null,
            List.of(EngineFixture.ADA, GUEST, EngineFixture.SELF),
            chat,
            List.of(),
            List.of(),
            permission));
  }

  private String awaitPrompt() throws InterruptedException {
    it.seen.await(
        () -> it.meeting.acts().stream().anyMatch(a -> a.startsWith("chat ")), "the prompt");
    return it.meeting.acts().stream().filter(a -> a.startsWith("chat ")).findFirst().orElseThrow();
  }

  /** Until the bot has looked at the page so many times more. */
  private void looks(int times) throws InterruptedException {
    long before = it.meeting.looks();
    it.seen.await(() -> it.meeting.looks() >= before + times, times + " looks");
  }

  private Job now(Job job) {
    return it.engine.find(it.tenant, job.id()).orElseThrow();
  }

  private List<String> responses() {
    return it.webhooks.bodies().stream()
        .filter(b -> b.contains("\"event\":\"bot.recording_permission_response\""))
        .toList();
  }

  private String manifest(Job job) throws IOException {
    try (ArtifactContent content =
        it.engine.artifact(it.tenant, job.id(), "manifest.json", ByteRange.ALL).orElseThrow()) {
      String text = new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("\\s", "");
    }
  }
}
