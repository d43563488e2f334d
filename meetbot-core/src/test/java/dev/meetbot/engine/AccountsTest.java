package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.engine.RefusedException.Reason;
import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.storage.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccountsTest {
  private final EngineFixture it = new EngineFixture();
  private final Accounts accounts = it.engine.accounts();

  @AfterEach
  void close() {
    it.close();
  }

  private NewKey key(KeyScope scope, Instant expiresAt) {
    return accounts.createKey(scope.ofTenant() ? it.tenant : null, scope, "a key", expiresAt);
  }

  @Test
  void a_key_opens_from_its_making_until_its_expiry() {
    NewKey made = key(KeyScope.TEST, it.clock.instant().plusSeconds(60));
    assertThat(it.engine.authenticate(made.secret()))
        .contains(new Caller(it.tenant, KeyScope.TEST, made.key().id()));
    assertThat(made.toString()).doesNotContain(made.secret());
    it.clock.elapse(Duration.ofSeconds(60));
    assertThat(it.engine.authenticate(made.secret())).isEmpty();
  }

  @Test
  void a_revoked_key_opens_nothing_from_the_next_request_on() {
    NewKey made = key(KeyScope.LIVE, null);
    accounts.revoke(made.key());
    assertThat(it.engine.authenticate(made.secret())).isEmpty();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () -> accounts.rotate(accounts.findKey(made.key().id()).orElseThrow(), Duration.ZERO))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_STATE));
  }

  @Test
  void both_keys_of_a_rotation_open_during_the_overlap() {
    NewKey old = key(KeyScope.LIVE, null);
    NewKey fresh = accounts.rotate(old.key(), Duration.ofHours(1));
    assertThat(it.engine.authenticate(old.secret())).isPresent();
    assertThat(it.engine.authenticate(fresh.secret())).isPresent();
    it.clock.elapse(Duration.ofHours(1));
    assertThat(it.engine.authenticate(old.secret())).isEmpty();
    assertThat(it.engine.authenticate(fresh.secret())).isPresent();
    assertThat(fresh.key().name()).isEqualTo("a key");
  }

  @Test
  void nonsense_makes_no_key() {
    Instant past = it.clock.instant();
    List<Runnable> wrong =
        List.of(
            () -> key(KeyScope.LIVE, past),
            () -> accounts.createKey(it.tenant, KeyScope.LIVE, "", null),
            () -> accounts.createKey(it.tenant, KeyScope.LIVE, "a\nb", null),
            () -> accounts.createKey(it.tenant, KeyScope.LIVE, "x".repeat(101), null),
            () -> accounts.createKey(it.tenant, KeyScope.OPERATOR, "x", null),
            () -> accounts.createKey(null, KeyScope.LIVE, "x", null));
    assertThat(wrong)
        .allSatisfy(
            call -> assertThatExceptionOfType(InvalidJobException.class).isThrownBy(call::run));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> accounts.createKey(new TenantId("none"), KeyScope.LIVE, "x", null));
  }

  @Test
  void one_tenant_does_not_find_anothers_key() {
    NewTenant other = accounts.createTenant("other", TenantLimits.DEFAULT);
    ApiKey mine = key(KeyScope.LIVE, null).key();
    assertThat(accounts.findKey(other.tenant().id(), mine.id())).isEmpty();
    assertThat(accounts.findKey(it.tenant, mine.id())).contains(mine);
  }

  @Test
  void a_test_key_sends_bots_to_the_built_in_room_only() {
    Caller caller = it.engine.authenticate(key(KeyScope.TEST, null).secret()).orElseThrow();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> it.engine.create(caller, EngineFixture.request("t", edit -> {})))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN));
  }

  @Test
  void a_tenant_at_its_limit_gets_no_further_bot_for_now_but_one_for_later_and_the_same_again() {
    Tenant limited = accounts.createTenant("small", new TenantLimits(1, null)).tenant();
    Job first = create(limited.id(), "one", null).job();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> create(limited.id(), "two", null))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.QUOTA_EXCEEDED));
    Instant later = it.clock.instant().plusSeconds(3600);
    assertThat(create(limited.id(), "later", later).deduplicated()).isFalse();
    assertThat(create(limited.id(), "one", null).job().id()).isEqualTo(first.id());
  }

  private Creation create(TenantId tenant, String externalId, Instant joinAt) {
    return it.engine.create(
        tenant, EngineFixture.request(externalId, edit -> edit.joinAt = joinAt));
  }

  @Test
  void the_secret_before_a_rotation_signs_too_for_a_day() {
    NewWebhookSecret fresh = accounts.rotateWebhookSecret(it.tenant);
    assertThat(fresh.secret()).startsWith("whsec_");
    Tenant tenant = it.storage.tenants().find(it.tenant).orElseThrow();
    assertThat(tenant.sealedPreviousSecret()).isNotNull();
    assertThat(fresh.previousUntil()).isEqualTo(it.clock.instant().plus(Duration.ofHours(24)));
    assertThat(tenant.sealedWebhookSecret()).doesNotContain("whsec_");
  }

  @Test
  void use_is_noted_apart_from_the_request() throws Exception {
    NewKey made = key(KeyScope.LIVE, null);
    it.engine.authenticate(made.secret());
    it.seen.await(
        () -> accounts.findKey(made.key().id()).orElseThrow().lastUsedAt() != null, "a use");
  }

  @Test
  void erasing_calls_bots_back_and_leaves_nothing_but_the_ledger() throws Exception {
    Job job = it.recording("erase me");
    NewKey key = key(KeyScope.LIVE, null);
    it.storage
        .ledger()
        .append(
            new LedgerEntry(
                "e1", it.tenant, LedgerEntry.Kind.SIGN_UP, 5, null, "x", it.clock.instant()));
    it.storage
        .records()
        .insert(new StoredRecord("k", "r", 1, it.tenant, "{}", null), it.clock.instant());
    accounts.erase(it.tenant);
    assertThat(it.engine.authenticate(key.secret())).isEmpty();
    assertThat(accounts.tenant(it.tenant)).isEmpty();
    assertThat(accounts.tenants(null, 10)).isEmpty();
    it.seen.await(() -> it.storage.tenants().find(it.tenant).isEmpty(), "the erasure");
    assertThat(it.storage.jobs().find(job.id())).isEmpty();
    assertThat(it.storage.outbox().list(job.id())).isEmpty();
    assertThat(it.storage.records().find("k", "r", it.clock.instant())).isEmpty();
    assertThat(it.artifacts.list(new ArtifactKey(it.tenant.value()))).isEmpty();
    assertThat(it.storage.ledger().balanceMicros(it.tenant)).isEqualTo(5);
    assertThat(it.browser.open()).isZero();
  }

  @Test
  void an_erasure_that_a_crash_cut_short_is_completed_by_the_next_engine() throws Exception {
    Job job = it.create("left");
    it.engine.close();
    it.storage
        .records()
        .insert(
            new StoredRecord(
                "erasure", it.tenant.value(), 1, null, "{\"state\":\"running\"}", null),
            it.clock.instant());
    try (EngineFixture next = new EngineFixture(it.storage, it.artifacts)) {
      next.seen.await(() -> it.storage.tenants().find(it.tenant).isEmpty(), "the erasure");
      assertThat(it.storage.jobs().find(job.id())).isEmpty();
    }
  }

  @Test
  void what_a_late_writer_leaves_after_an_erasure_is_swept_away() throws Exception {
    accounts.erase(it.tenant);
    it.seen.await(() -> it.storage.tenants().find(it.tenant).isEmpty(), "the erasure");
    ArtifactKey late = new ArtifactKey(it.tenant + "/j1/audio.webm");
    try (var writer = it.artifacts.open(late, "audio/webm")) {
      writer.append(new byte[] {1});
      writer.commit();
    }
    it.seen.await(() -> empty(new ArtifactKey(it.tenant.value())), "the sweeping");
  }

  private boolean empty(ArtifactKey prefix) {
    return it.artifacts.list(prefix).isEmpty();
  }

  @Test
  void files_of_a_job_are_deleted_when_it_has_ended_and_not_before() throws Exception {
    Job job = it.recording("files");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> it.engine.deleteArtifacts(it.tenant, job.id()))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_STATE));
    it.engine.cancel(it.tenant, job.id());
    it.seen.await(job.id(), JobStatus.CANCELLED);
    it.seen.await(() -> it.browser.open() == 0, "the bot to leave");
    it.seen.await(() -> deleted(job), "the run to end");
    assertThat(it.artifacts.list(new ArtifactKey(it.tenant + "/" + job.id()))).isEmpty();
  }

  /** The run's last step may still be under way when the job shows as ended. */
  private boolean deleted(Job job) {
    try {
      it.engine.deleteArtifacts(it.tenant, job.id());
      return true;
    } catch (RefusedException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_closed_engine_takes_no_job() {
    it.engine.close();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> it.create("too late"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.AT_CAPACITY));
  }
}
