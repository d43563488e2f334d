package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.KeyScope;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryStorage storage = new MemoryStorage();
  private final TenantId id = new TenantId("t1");
  private final Caller caller = new Caller(id, KeyScope.LIVE, "key_1");
  private RateLimits limits;

  @BeforeEach
  void start() {
    storage.migrate();
    limits =
        new RateLimits(
            EngineSettings.of(
                edit -> {
                  edit.requestsPerMinute = 60;
                  edit.anonymousRequestsPerMinute = 30;
                }),
            storage.tenants(),
            clock);
  }

  private void tenant(Integer perMinute) {
    storage
        .tenants()
        .put(
            new Tenant(
                id, "t", "sealed", null, null, new TenantLimits(null, perMinute), clock.instant()));
  }

  @Test
  void an_allowance_is_spent_told_of_and_comes_back() {
    tenant(null);
    for (int left = 59; left >= 0; left--) {
      assertThat(limits.spend(caller)).isEqualTo(new RateState(true, 60, left, 60 - left, 0));
    }
    assertThat(limits.spend(caller)).isEqualTo(new RateState(false, 60, 0, 60, 1));
    clock.elapse(Duration.ofSeconds(1));
    assertThat(limits.spend(caller).allowed()).isTrue();
    assertThat(limits.spend(caller).allowed()).isFalse();
  }

  @Test
  void a_tenants_own_limit_goes_first_and_a_change_of_it_holds_within_seconds() {
    tenant(2);
    assertThat(limits.spend(caller).limit()).isEqualTo(2);
    tenant(5);
    clock.elapse(Duration.ofSeconds(11));
    assertThat(limits.spend(caller).limit()).isEqualTo(5);
  }

  @Test
  void keys_of_one_tenant_share_and_others_do_not() {
    tenant(null);
    limits.spend(caller);
    assertThat(limits.spend(new Caller(id, KeyScope.TEST, "key_2")).remaining()).isEqualTo(58);
    Caller operator = new Caller(null, KeyScope.OPERATOR, "key_3");
    assertThat(limits.spend(operator).remaining()).isEqualTo(59);
  }

  @Test
  void a_worker_reports_as_often_as_its_bots_need() {
    Caller worker = new Caller(null, KeyScope.WORKER, "key_4");
    assertThat(limits.spend(worker)).isEqualTo(RateState.UNLIMITED);
    assertThat(limits.charge(worker, 100)).isEqualTo(RateState.UNLIMITED);
  }

  @Test
  void wrong_guesses_cost_more_but_no_debt_remains() {
    assertThat(limits.charge("192.0.2.7", 9).remaining()).isEqualTo(21);
    assertThat(limits.charge("192.0.2.7", 99).remaining()).isZero();
    assertThat(limits.spend("192.0.2.7").allowed()).isFalse();
    assertThat(limits.spend("192.0.2.8").allowed()).isTrue();
    clock.elapse(Duration.ofSeconds(2));
    assertThat(limits.spend("192.0.2.7").allowed()).isTrue();
  }

  @Test
  void an_ipv6_network_counts_as_one() {
    limits.spend("2001:db8:1:2::1");
    assertThat(limits.look("2001:db8:1:2:ffff::9").remaining()).isEqualTo(29);
    assertThat(limits.look("2001:db8:1:3::1").remaining()).isEqualTo(30);
  }

  @Test
  void forgetting_gives_nothing_away() {
    limits.charge("192.0.2.7", 30);
    limits.forgetUnused();
    assertThat(limits.look("192.0.2.7").remaining()).isZero();
    clock.elapse(Duration.ofSeconds(61));
    limits.forgetUnused();
    assertThat(limits.look("192.0.2.7").remaining()).isEqualTo(30);
  }

  @Test
  void zero_is_no_limit() {
    RateLimits off =
        new RateLimits(
            EngineSettings.of(
                edit -> {
                  edit.requestsPerMinute = 0;
                  edit.anonymousRequestsPerMinute = 0;
                }),
            storage.tenants(),
            clock);
    tenant(null);
    assertThat(off.spend(caller)).isEqualTo(RateState.UNLIMITED);
    assertThat(off.spend("192.0.2.7").limited()).isFalse();
  }
}
