package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.Job;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.webhook.DeliveryResult;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final String HOOK = "https://client.example/hook";
  private static final TenantId SOMEBODY_ELSE = new TenantId("somebody-else");

  private final EngineFixture it = new EngineFixture();
  private final Deliveries deliveries = it.engine.deliveries();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void a_dead_delivery_is_sent_again_under_its_id() throws Exception {
    it.webhooks.answer(DeliveryResult.answered(410, null, "no more"));
    Job job = cancelled("a");
    Delivery dead = awaitOne(job, Delivery.State.DEAD);
    assertThat(dead.attempts().get(0).responseHead()).isEqualTo("no more");
    assertThat(it.storage.outbox().disabled(it.tenant, URI.create(HOOK))).isPresent();

    it.webhooks.answer(DeliveryResult.answered(200, null, ""));
    assertThat(deliveries.redeliver(it.tenant, dead.message().id())).isPresent();
    Delivery again = awaitOne(job, Delivery.State.DELIVERED);
    assertThat(again.message()).isEqualTo(dead.message());
    assertThat(again.attempts()).hasSize(2);
    assertThat(it.storage.outbox().disabled(it.tenant, URI.create(HOOK))).isEmpty();
    assertThat(it.webhooks.bodies()).hasSize(1).first().asString().contains("\"attempt\":2");
  }

  @Test
  void a_test_event_is_sent_at_once_and_enables_a_disabled_url_when_it_is_taken() {
    it.storage.outbox().disable(it.tenant, URI.create(HOOK), "gone", it.clock.instant());
    it.webhooks.answer(DeliveryResult.answered(500, null, ""));
    TestDelivery refused = deliveries.test(it.tenant, HOOK, 2);
    assertThat(refused.delivered()).isFalse();
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.error()).isEqualTo("answered 500");
    assertThat(it.storage.outbox().disabled(it.tenant, URI.create(HOOK))).isPresent();

    it.webhooks.answer(DeliveryResult.answered(204, null, ""));
    TestDelivery taken = deliveries.test(it.tenant, HOOK, 1);
    assertThat(taken.delivered()).isTrue();
    assertThat(taken.error()).isNull();
    assertThat(it.storage.outbox().disabled(it.tenant, URI.create(HOOK))).isEmpty();
    assertThat(it.webhooks.bodies())
        .singleElement()
        .asString()
        .contains("\"event\":\"webhook.test\"", taken.id().value())
        .doesNotContain("\"version\"");
  }

  @Test
  void somebody_elses_deliveries_are_not_there() throws Exception {
    Job job = cancelled("a");
    Delivery delivery = awaitOne(job, Delivery.State.DELIVERED);
    DeliveryId id = delivery.message().id();
    assertThat(deliveries.redeliver(SOMEBODY_ELSE, id)).isEmpty();
    assertThat(deliveries.find(SOMEBODY_ELSE, id)).isEmpty();
    assertThat(deliveries.find(it.tenant, id)).contains(delivery);
    assertThat(deliveries.redeliver(it.tenant, new DeliveryId("dlv_none"))).isEmpty();
    assertThatExceptionOfType(JobNotFoundException.class)
        .isThrownBy(() -> deliveries.list(SOMEBODY_ELSE, job.id()));
    assertThat(deliveries.list(it.tenant, job.id())).containsExactly(delivery);
  }

  @Test
  void a_test_to_nowhere_is_told_what_is_wrong() {
    assertThatExceptionOfType(InvalidJobException.class)
        .isThrownBy(() -> deliveries.test(it.tenant, "not a url", 3))
        .satisfies(
            e ->
                assertThat(e.issues())
                    .extracting(Issue::path)
                    .containsExactly(List.of("url"), List.of("version")));
    assertThatExceptionOfType(InvalidJobException.class)
        .isThrownBy(() -> deliveries.test(it.tenant, null, 2));
  }

  private Job cancelled(String externalId) {
    Job job = it.create(externalId, edit -> edit.joinAt = it.clock.instant().plusSeconds(86_400));
    return it.engine.cancel(it.tenant, job.id());
  }

  private Delivery awaitOne(Job job, Delivery.State state) throws InterruptedException {
    Supplier<Delivery> one = () -> deliveries.list(it.tenant, job.id()).get(0);
    it.seen.await(() -> one.get().state() == state, "the delivery to be " + state);
    return one.get();
  }
}
