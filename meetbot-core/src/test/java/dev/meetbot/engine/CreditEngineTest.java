package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.ManualClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CreditEngineTest {
  private static final long MINUTE = 5_000;

  private EngineFixture it;

  private void withCredit(long micros) {
    it =
        new EngineFixture(
            new MemoryStorage(),
            new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE),
            ManualClock.startingAnyTime(),
            edit -> edit.billing = new BillingSettings(true, 60 * MINUTE, micros));
  }

  @AfterEach
  void close() {
    it.close();
  }

  private long balance() {
    return it.engine.credit().statement(it.tenant, null, 9).balanceMicros();
  }

  private void spend(long micros, String id) {
    it.storage
        .ledger()
        .append(
            new LedgerEntry(
                id,
                it.tenant,
                LedgerEntry.Kind.ADJUSTMENT,
                -micros,
                null,
                "spent elsewhere",
                it.clock.instant()));
  }

  @Test
  void withoutBillingNothingIsBooked() throws Exception {
    it = new EngineFixture();
    Job job = it.recording("free");
    it.clock.elapse(Duration.ofMinutes(3));
    it.meeting.show(MeetingState.ENDED);
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.progress().billedSeconds()).isZero();
    assertThat(done.progress().recorded().millis()).isEqualTo(180_000);
    CreditStatement statement = it.engine.credit().statement(it.tenant, null, 9);
    assertThat(statement).isEqualTo(new CreditStatement(false, 0, 300_000, List.of(), false));
  }

  @Test
  void startedMinutesAreCharged() throws Exception {
    withCredit(5_000_000);
    Job job = it.recording("paid");
    it.clock.elapse(Duration.ofSeconds(61));
    it.meeting.show(MeetingState.ENDED);
    Job done = it.seen.await(job.id(), JobStatus.COMPLETED);
    assertThat(done.progress().billedSeconds()).isEqualTo(120);
    it.seen.await(() -> balance() == 5_000_000 - 2 * MINUTE, "two minutes charged");
    assertThat(it.engine.credit().statement(it.tenant, null, 2).more()).isTrue();
  }

  @Test
  void whatWasChargedForACallThatBrokeIsGivenBack() throws Exception {
    withCredit(5_000_000);
    Job job = it.recording("broken");
    it.clock.elapse(Duration.ofSeconds(61));
    it.seen.await(() -> balance() == 5_000_000 - 2 * MINUTE, "two minutes charged in mid-call");
    it.meeting.freeze();
    it.clock.elapse(Duration.ofSeconds(11));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .extracting(Failure::code)
        .isEqualTo(FailureCode.INTERNAL_ERROR);
    assertThat(failed.progress().billedSeconds()).isZero();
    it.seen.await(() -> balance() == 5_000_000, "all given back");
  }

  @Test
  void aBotLeavesWhenTheCreditIsUsedUpAndKeepsWhatItHas() throws Exception {
    withCredit(2 * MINUTE);
    Job job = it.recording("poor");
    it.clock.elapse(Duration.ofSeconds(90));
    it.seen.await(() -> balance() == 0, "two minutes charged");
    it.clock.elapse(Duration.ofSeconds(31));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .isEqualTo(
            new Failure(
                FailureCode.QUOTA_EXCEEDED, "the credit was used up after 2 recorded minutes"));
    assertThat(failed.progress().endReason()).isEqualTo(EndReason.FAULT);
    assertThat(failed.progress().billedSeconds()).isEqualTo(120);
    assertThat(failed.progress().manifestUri()).isNotNull();
    assertThat(it.meeting.acts()).last().isEqualTo("leave");
    assertThat(balance()).isZero();
  }

  @Test
  void withoutCreditNoJobIsMadeButAnOldOneIsFound() {
    withCredit(MINUTE);
    Job old = it.create("old", edit -> edit.joinAt = it.clock.instant().plusSeconds(3_600));
    spend(MINUTE, "e1");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> it.create("new"))
        .extracting(RefusedException::reason)
        .isEqualTo(RefusedException.Reason.QUOTA_EXCEEDED);
    assertThat(it.create("old")).extracting(Job::id).isEqualTo(old.id());
  }

  @Test
  void aJobForLaterIsCheckedAgainBeforeItsBrowserStarts() throws Exception {
    withCredit(MINUTE);
    Job job = it.create("later", edit -> edit.joinAt = it.clock.instant().plusSeconds(3_600));
    spend(MINUTE, "e1");
    it.clock.elapse(Duration.ofSeconds(3_600));
    Job failed = it.seen.await(job.id(), JobStatus.FAILED);
    assertThat(failed.progress().failure())
        .extracting(Failure::code)
        .isEqualTo(FailureCode.QUOTA_EXCEEDED);
    assertThat(it.meeting.acts()).isEmpty();
    assertThat(it.engine.hostView().browsers().running()).isZero();
  }

  @Test
  void theMetricsTellWhatHappened() throws Exception {
    withCredit(5_000_000);
    Job job = it.recording("counted");
    it.clock.elapse(Duration.ofSeconds(61));
    it.meeting.show(MeetingState.ENDED);
    it.seen.await(job.id(), JobStatus.COMPLETED);
    it.seen.await(() -> it.webhooks.bodies().size() >= 6, "webhooks");
    it.engine.metrics().answered("GET", "/api/v1/jobs/{id}", 200, Duration.ofMillis(3));
    it.engine.metrics().answered("BREW", "none", 405, Duration.ofMillis(3));
    assertThat(it.engine.metrics().text().lines())
        .contains(
            "meetbot_jobs{status=\"completed\"} 1.0",
            "meetbot_jobs{status=\"queued\"} 0.0",
            "meetbot_bots_capacity 4.0",
            "meetbot_queue_oldest_seconds 0.0",
            "meetbot_recorded_seconds_total 61.0",
            "meetbot_join_seconds_count 1",
            "meetbot_http_requests_total{method=\"GET\",route=\"/api/v1/jobs/{id}\",status=\"200\"} 1.0",
            "meetbot_http_requests_total{method=\"other\",route=\"none\",status=\"405\"} 1.0",
            "meetbot_jobs_ended_total{end_reason=\"meeting_ended\",failure_code=\"none\",status=\"completed\"} 1.0")
        .anyMatch(line -> line.startsWith("meetbot_webhook_attempts_total{outcome=\"2xx\"} "))
        .anyMatch(line -> line.startsWith("meetbot_build_info{version=\""))
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"} "));
  }

  @Test
  void aTenantWithoutEntriesHasItsFreeCredit() {
    withCredit(7);
    TenantId other = new TenantId("other");
    assertThat(it.engine.credit().statement(other, null, 9).balanceMicros()).isEqualTo(7);
    assertThat(it.engine.credit().statement(other, null, 9).entries()).hasSize(1);
  }
}
