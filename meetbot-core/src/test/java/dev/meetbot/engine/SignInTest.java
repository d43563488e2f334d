package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.Lease;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bots that come with an account, or get one where the page wants it. */
@Timeout(60)
class SignInTest {
  private static final String STATE = "{\"cookies\": [], \"origins\": []}";

  private final EngineFixture it =
      new EngineFixture(
          new MemoryStorage(),
          new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE),
          ManualClock.startingAnyTime(),
          edit -> edit.dispatchTimeout = Duration.ofSeconds(60));

  @AfterEach
  void close() {
    it.close();
    assertThat(it.browser.open()).as("browsers left open").isZero();
    Identities identities = it.engine.identities();
    assertThat(identities.list()).noneMatch(IdentityView::inUse);
  }

  /** Lets in whoever is signed in, and sends guests to sign in. */
  private void guarded() {
    it.meeting.show(
        () ->
            newest().signedIn() == null
                ? MeetingSnapshot.of(MeetingState.SIGN_IN_REQUIRED)
                : inCall());
  }

  private BrowserOptions newest() {
    List<BrowserOptions> asked = it.browser.asked();
    return asked.get(asked.size() - 1);
  }

  private static MeetingSnapshot inCall() {
    return new MeetingSnapshot(
        MeetingState.IN_CALL,
        null,
        null,
        List.of(EngineFixture.SELF, EngineFixture.ADA),
        List.of(),
        List.of(),
        List.of());
  }

  private Job create(String externalId, SignIn signIn) {
    return it.create(externalId, edit -> edit.join = new JoinRequest(signIn, null, false));
  }

  private void store(String name) {
    it.engine.identities().store(name, FakeMeeting.ID, STATE);
  }

  @Test
  void a_guest_who_is_sent_to_sign_in_comes_back_with_an_account_in_the_same_attempt()
      throws Exception {
    store("ada");
    guarded();
    Job job = create("guest", null);
    Job in = it.seen.await(job.id(), JobStatus.RECORDING);
    assertThat(in.progress().attempt()).isEqualTo(1);
    assertThat(it.browser.asked().stream().map(BrowserOptions::signedIn))
        .containsExactly(null, STATE);
    assertThat(it.engine.identities().list()).allMatch(IdentityView::inUse);
    it.engine.cancel(it.tenant, job.id());
    it.seen.await(job.id(), JobStatus.CANCELLED);
    it.seen.await(() -> !it.engine.identities().list().get(0).inUse(), "the account given back");
  }

  @Test
  void where_no_account_is_stored_the_page_says_what_is_wanted() throws Exception {
    guarded();
    Job job = create("guest", SignIn.IF_REQUIRED);
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.AUTH_FAILURE);
    assertThat(failed.progress().failure().detail())
        .contains("the meeting wants a sign-in", "no identity for fake is stored");
    assertThat(it.browser.launches()).isEqualTo(1);
  }

  @Test
  void a_bot_that_never_signs_in_does_not() throws Exception {
    store("ada");
    guarded();
    Job failed = it.seen.await(create("never", SignIn.NEVER).id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.AUTH_FAILURE);
    assertThat(it.browser.launches()).isEqualTo(1);
  }

  @Test
  void a_bot_that_always_signs_in_does_so_at_once() throws Exception {
    store("ada");
    guarded();
    it.seen.await(create("always", SignIn.ALWAYS).id(), JobStatus.RECORDING);
    assertThat(it.browser.asked().stream().map(BrowserOptions::signedIn)).containsExactly(STATE);
  }

  @Test
  void an_account_that_is_signed_out_is_marked_and_the_job_says_so() throws Exception {
    store("ada");
    it.meeting.show(MeetingState.SIGN_IN_REQUIRED);
    Job failed = it.seen.await(create("out", SignIn.ALWAYS).id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.AUTH_FAILURE);
    assertThat(failed.progress().failure().detail()).endsWith("the identity ada is signed out");
    assertThat(it.engine.identities().list().get(0).signedOutAt()).isNotNull();

    Job next = it.seen.await(create("out2", SignIn.ALWAYS).id(), JobStatus.FAILED);
    assertThat(next.progress().failure().detail()).isEqualTo("the identity ada is signed out");
    assertThat(next.progress().failure().code()).isEqualTo(FailureCode.AUTH_FAILURE);
    assertThat(it.browser.launches()).as("no browser for nothing").isEqualTo(1);
  }

  @Test
  void somebody_who_waited_in_the_lobby_does_not_come_back_as_somebody_else() throws Exception {
    store("ada");
    Job job = create("lobby", SignIn.IF_REQUIRED);
    it.seen.await(job.id(), j -> j.progress().waitingRoomSince() != null);
    it.meeting.show(MeetingState.SIGN_IN_REQUIRED);
    it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(it.browser.launches()).isEqualTo(1);
  }

  @Test
  void one_account_takes_one_bot_at_a_time_and_the_next_one_waits_in_the_queue() throws Exception {
    store("ada");
    guarded();
    Job first = create("first", SignIn.ALWAYS);
    it.seen.await(first.id(), JobStatus.RECORDING);
    Job second = create("second", SignIn.ALWAYS);
    it.seen.await(second.id(), job -> job.progress().dueAt().isAfter(second.progress().dueAt()));
    assertThat(it.browser.launches()).isEqualTo(1);
    it.engine.cancel(it.tenant, first.id());
    it.seen.await(first.id(), JobStatus.CANCELLED);
    it.clock.elapse(Duration.ofSeconds(5));
    Job in = it.seen.await(second.id(), JobStatus.RECORDING);
    assertThat(in.progress().attempt()).isEqualTo(1);
  }

  @Test
  void a_job_that_waits_for_an_account_for_too_long_fails_with_dispatch_timeout() throws Exception {
    store("ada");
    guarded();
    Job first = it.seen.await(create("first", SignIn.ALWAYS).id(), JobStatus.RECORDING);
    Job second = create("second", SignIn.ALWAYS);
    it.seen.await(second.id(), job -> job.progress().dueAt().isAfter(second.progress().dueAt()));
    for (int i = 0; i < 4; i++) {
      Instant now = it.clock.elapse(Duration.ofSeconds(20));
      it.seen.await(() -> lentUntil(now.plusSeconds(30)), "the account kept");
      it.seen.await(() -> renewedAt(first.id(), now), "the job kept");
      it.seen.await(() -> !waitingAt(second.id(), now), "another look");
    }
    Job failed = it.seen.await(second.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure().code()).isEqualTo(FailureCode.DISPATCH_TIMEOUT);
    assertThat(failed.progress().failure().detail())
        .isEqualTo("all identities for fake were in use for 60 s");
  }

  private boolean lentUntil(Instant end) {
    return it.storage
        .records()
        .find("identity", "ada", it.clock.instant())
        .filter(record -> record.value().contains(end.toString()))
        .isPresent();
  }

  private boolean renewedAt(JobId id, Instant now) {
    Lease lease = it.storage.jobs().find(id).orElseThrow().lease();
    return lease != null && lease.renewedAt().equals(now);
  }

  private boolean waitingAt(JobId id, Instant now) {
    Job job = it.storage.jobs().find(id).orElseThrow();
    return job.status() == JobStatus.QUEUED && !job.progress().dueAt().isAfter(now);
  }
}
