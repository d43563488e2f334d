package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.engine.DeviceLogin.Begun;
import dev.meetbot.engine.DeviceLogin.Status;
import dev.meetbot.engine.RefusedException.Reason;
import dev.meetbot.model.KeyScope;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceLoginTest {
  private final EngineFixture it = new EngineFixture();
  private final DeviceLogin login = it.engine.deviceLogin();
  private final NewKey personsKey =
      it.engine.accounts().createKey(it.tenant, KeyScope.LIVE, "person", null);
  private final Caller person = it.engine.authenticate(personsKey.secret()).orElseThrow();

  @AfterEach
  void close() {
    it.close();
  }

  private Status poll(Begun begun) {
    it.clock.elapse(DeviceLogin.INTERVAL);
    return login.poll(begun.nonce()).status();
  }

  @Test
  void an_approved_login_gives_a_key_once_and_only_once() {
    Begun begun = login.begin("cli on ada's laptop");
    assertThat(begun.userCode()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
    assertThat(begun.verificationUriComplete().toString())
        .isEqualTo(begun.verificationUri() + "?user_code=" + begun.userCode());
    assertThat(poll(begun)).isEqualTo(Status.PENDING);
    assertThat(login.find(begun.userCode().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .get()
        .extracting(DeviceLogin.Waiting::clientName)
        .isEqualTo("cli on ada's laptop");
    login.decide(person, begun.userCode(), true);
    it.clock.elapse(DeviceLogin.INTERVAL);
    DeviceLogin.Answer answer = login.poll(begun.nonce());
    assertThat(answer.status()).isEqualTo(Status.COMPLETE);
    Caller device = it.engine.authenticate(answer.apiKey().orElseThrow()).orElseThrow();
    assertThat(device.tenant()).isEqualTo(it.tenant);
    assertThat(device.scope()).isEqualTo(KeyScope.LIVE);
    assertThat(it.engine.accounts().findKey(device.keyId()).orElseThrow().name())
        .isEqualTo("cli on ada's laptop");
    assertThat(poll(begun)).isEqualTo(Status.EXPIRED);
    assertThat(it.engine.accounts().keys(it.tenant)).hasSize(3);
  }

  @Test
  void nothing_that_is_stored_opens_anything() {
    Begun begun = login.begin("cli");
    login.decide(person, begun.userCode(), true);
    List<StoredRecord> stored =
        it.storage.records().list("device-login", "", null, 9, it.clock.instant());
    assertThat(stored)
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.toString()).doesNotContain(begun.nonce()).doesNotContain("mb_"));
    assertThat(begun.toString()).doesNotContain(begun.nonce());
  }

  @Test
  void a_denied_login_stays_denied_and_is_decided_once() {
    Begun begun = login.begin("cli");
    login.decide(person, begun.userCode(), false);
    assertThat(poll(begun)).isEqualTo(Status.DENIED);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> login.decide(person, begun.userCode(), true))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_STATE));
    assertThat(poll(begun)).isEqualTo(Status.DENIED);
    assertThat(login.find(begun.userCode())).isEmpty();
  }

  @Test
  void a_login_is_over_after_ten_minutes_and_an_unknown_nonce_is_no_better() {
    Begun begun = login.begin("cli");
    it.clock.elapse(DeviceLogin.LIFETIME);
    assertThat(login.poll(begun.nonce()).status()).isEqualTo(Status.EXPIRED);
    assertThat(login.poll("nonsense").status()).isEqualTo(Status.EXPIRED);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> login.decide(person, begun.userCode(), true))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void who_asks_too_often_has_to_wait_longer() {
    Begun begun = login.begin("cli");
    assertThat(login.poll(begun.nonce()).status()).isEqualTo(Status.PENDING);
    DeviceLogin.Answer hasty = login.poll(begun.nonce());
    assertThat(hasty.status()).isEqualTo(Status.SLOW_DOWN);
    assertThat(hasty.interval()).isEqualTo(Duration.ofSeconds(7));
    assertThat(poll(begun)).isEqualTo(Status.SLOW_DOWN);
    it.clock.elapse(Duration.ofSeconds(12));
    assertThat(login.poll(begun.nonce()).status()).isEqualTo(Status.PENDING);
  }

  @Test
  void only_a_live_key_approves_and_a_key_revoked_since_hands_out_nothing() {
    Begun begun = login.begin("cli");
    Caller test = new Caller(it.tenant, KeyScope.TEST, "key_x");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> login.decide(test, begun.userCode(), true))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN));
    login.decide(person, begun.userCode(), true);
    it.engine.accounts().revoke(personsKey.key());
    assertThat(poll(begun)).isEqualTo(Status.DENIED);
    assertThat(poll(begun)).isEqualTo(Status.EXPIRED);
  }

  @Test
  void a_form_fits_its_own_cookie_only() {
    String cookie = login.newFormCookie();
    assertThat(login.fits(cookie, login.formToken(cookie))).isTrue();
    assertThat(login.fits(login.newFormCookie(), login.formToken(cookie))).isFalse();
    assertThat(login.fits(cookie, "")).isFalse();
  }
}
