package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Tenant;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.payment.Payment;
import dev.meetbot.spi.payment.PaymentNotice;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.Race;
import dev.meetbot.tck.TestJobs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopUpsTest {
  private final MemoryStorage storage = new MemoryStorage();
  private final TopUps topUps = new TopUps(storage, ManualClock.startingAnyTime());

  @BeforeEach
  void tenant() {
    storage.tenants().put(Tenant.created(TestJobs.TENANT, "Acme", "sealed", TestJobs.NOW));
  }

  private static PaymentNotice notice(String id, String reference, String tenant) {
    return new PaymentNotice(id, "checkout.session.completed", new Payment(reference, tenant, 70));
  }

  @Test
  void ofManyRepeatsAtOnceOneAdds() {
    List<Boolean> added =
        Race.run(16, i -> () -> topUps.apply("stripe", notice("evt_1", "cs_1", "acme")));
    assertThat(added).containsOnlyOnce(true);
    assertThat(storage.ledger().balanceMicros(TestJobs.TENANT)).isEqualTo(70);
    assertThat(storage.ledger().list(TestJobs.TENANT, null, 9))
        .extracting(e -> e.id())
        .containsExactly("stripe/evt_1");
  }

  @Test
  void twoEventsOfOnePurchaseAreOnePayment() {
    List<Boolean> added =
        Race.run(8, i -> () -> topUps.apply("stripe", notice("evt_" + i, "cs_1", "acme")));
    assertThat(added).containsOnlyOnce(true);
    assertThat(storage.ledger().balanceMicros(TestJobs.TENANT)).isEqualTo(70);
  }

  @Test
  void aStrangersPaymentIsNotedAndAddsNothing() {
    assertThat(topUps.apply("stripe", notice("evt_1", "cs_1", "nobody"))).isFalse();
    assertThat(topUps.apply("stripe", notice("evt_2", "cs_2", "not an id!"))).isFalse();
    assertThat(topUps.apply("stripe", new PaymentNotice("evt_3", "x", null))).isFalse();
    assertThat(storage.records().list("stripe", "event/", null, 9, TestJobs.NOW)).hasSize(3);
  }
}
