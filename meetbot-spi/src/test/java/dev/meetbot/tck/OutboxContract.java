package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.OTHER_WORKER;
import static dev.meetbot.tck.TestJobs.TENANT;
import static dev.meetbot.tck.TestJobs.WORKER;
import static dev.meetbot.tck.TestJobs.aJob;
import static dev.meetbot.tck.TestJobs.aMessage;
import static dev.meetbot.tck.TestJobs.aQueuedJob;
import static dev.meetbot.tck.TestJobs.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.Job;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages on their way: order, claims, attempts. */
public interface OutboxContract extends StorageUnderTest {
  /** Two targets. */
  String A = "https://a.example/hook";

  String B = "https://b.example/hook?x=1&y=%20";

  /** How long a claim holds. */
  Duration CLAIM = Duration.ofSeconds(30);

  private Outbox outbox() {
    return storage().outbox();
  }

  @Test
  default void aMessageComesBackWithEverythingItHad() {
    WebhookMessage message =
        new WebhookMessage(
            new DeliveryId("dlv_01J0000000000000000000000X"),
            aJob().tenant(),
            aJob().id(),
            42,
            URI.create(B),
            "bot.chat_message",
            1,
            "{\"text\":\"grüß dich ☕ " + "x".repeat(50_000) + "\"}",
            NOW.plusMillis(5));
    storage().jobs().insert(created(aJob(), message));
    Delivery expected =
        new Delivery(message, Delivery.State.PENDING, message.emittedAt(), List.of());
    assertThat(outbox().find(message.id())).contains(expected);
    assertThat(outbox().list(aJob().id())).containsExactly(expected);
  }

  @Test
  default void whatWasNeverSentIsNotFound() {
    assertThat(outbox().find(new DeliveryId("dlv_none"))).isEmpty();
    assertThat(outbox().list(aJob().id())).isEmpty();
    assertThat(outbox().claimDue(WORKER, NOW, CLAIM, 9)).isEmpty();
  }

  @Test
  default void aJobsDeliveriesAreListedInTheirOrder() {
    insert(aJob(), aMessage(aJob(), 3, A), aMessage(aJob(), 1, A), aMessage(aJob(), 2, B));
    assertThat(outbox().list(aJob().id()))
        .extracting(d -> d.message().sequence())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  default void onlyTheOldestPendingMessagePerJobAndUrlIsDue() {
    Job other = aQueuedJob(2);
    insert(aJob(), aMessage(aJob(), 2, A), aMessage(aJob(), 1, A), aMessage(aJob(), 2, B));
    insert(other, aMessage(other, 5, A));
    assertThat(claimed(WORKER, NOW))
        .containsExactlyInAnyOrder(id(aJob(), 1, A), id(aJob(), 2, B), id(other, 5, A));
  }

  @Test
  default void aClaimedHeadHoldsTheNextOneBackUntilItIsDelivered() {
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A));
    assertThat(claimed(WORKER, NOW)).containsExactly(id(aJob(), 1, A));
    assertThat(claimed(OTHER_WORKER, NOW)).isEmpty();
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 200), Delivery.State.DELIVERED, null);
    assertThat(claimed(OTHER_WORKER, NOW)).containsExactly(id(aJob(), 2, A));
  }

  @Test
  default void aDeadHeadLetsTheNextOneGo() {
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A));
    claimed(WORKER, NOW);
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 500), Delivery.State.DEAD, null);
    assertThat(claimed(WORKER, NOW)).containsExactly(id(aJob(), 2, A));
  }

  @Test
  default void aHeadThatWaitsForItsRetryHoldsTheNextOneBack() {
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A));
    claimed(WORKER, NOW);
    Instant retryAt = NOW.plusSeconds(5);
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 503), Delivery.State.PENDING, retryAt);
    assertThat(claimed(WORKER, retryAt.minusMillis(1))).isEmpty();
    assertThat(claimed(WORKER, retryAt)).containsExactly(id(aJob(), 1, A));
  }

  @Test
  default void aClaimEndsWithItsTime() {
    insert(aJob(), aMessage(aJob(), 1, A));
    claimed(WORKER, NOW);
    assertThat(claimed(OTHER_WORKER, NOW.plus(CLAIM).minusMillis(1))).isEmpty();
    assertThat(claimed(OTHER_WORKER, NOW.plus(CLAIM))).containsExactly(id(aJob(), 1, A));
  }

  @Test
  default void aMessageIsNotDueBeforeItWasEmitted() {
    insert(aJob(), aMessage(aJob(), 1, A));
    assertThat(claimed(WORKER, NOW.minusMillis(1))).isEmpty();
    assertThat(claimed(WORKER, NOW)).hasSize(1);
  }

  @Test
  default void theLongestDueComeFirstUpToTheLimit() {
    for (int i = 1; i <= 3; i++) {
      insert(aQueuedJob(i), aMessage(aQueuedJob(i), 1, A));
    }
    claimed(WORKER, NOW);
    for (int i = 1; i <= 3; i++) {
      outbox()
          .recordAttempt(
              id(aQueuedJob(i), 1, A),
              attempt(1, 500),
              Delivery.State.PENDING,
              NOW.plusSeconds(10 - i));
    }
    assertThat(outbox().claimDue(WORKER, NOW.plusSeconds(60), CLAIM, 2))
        .extracting(d -> d.message().id())
        .containsExactly(id(aQueuedJob(3), 1, A), id(aQueuedJob(2), 1, A));
  }

  @Test
  default void everyAttemptIsKept() {
    insert(aJob(), aMessage(aJob(), 1, A));
    DeliveryId id = id(aJob(), 1, A);
    DeliveryAttempt first = new DeliveryAttempt(1, NOW, null, "connection refused", null);
    DeliveryAttempt second =
        new DeliveryAttempt(2, NOW.plusMillis(1), 502, "bad gateway", "<html>ß" + "y".repeat(4000));
    DeliveryAttempt third = new DeliveryAttempt(3, NOW.plusMillis(2), 204, null, "");
    outbox().recordAttempt(id, first, Delivery.State.PENDING, NOW.plusSeconds(1));
    outbox().recordAttempt(id, second, Delivery.State.PENDING, NOW.plusSeconds(2));
    outbox().recordAttempt(id, third, Delivery.State.DELIVERED, null);
    Delivery delivery = outbox().find(id).orElseThrow();
    assertThat(delivery.attempts()).containsExactly(first, second, third);
    assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
    assertThat(outbox().list(aJob().id())).containsExactly(delivery);
  }

  @Test
  default void aRetryNeedsATime() {
    insert(aJob(), aMessage(aJob(), 1, A));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                outbox()
                    .recordAttempt(
                        id(aJob(), 1, A), attempt(1, 500), Delivery.State.PENDING, null));
    assertThat(outbox().find(id(aJob(), 1, A)).orElseThrow().attempts()).isEmpty();
  }

  @Test
  default void aDeadOrDeliveredMessageCanBeSentAgain() {
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 1, B));
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 500), Delivery.State.DEAD, null);
    outbox().recordAttempt(id(aJob(), 1, B), attempt(1, 200), Delivery.State.DELIVERED, null);
    assertThat(claimed(WORKER, NOW)).isEmpty();

    Instant later = NOW.plusSeconds(100);
    outbox().redeliver(id(aJob(), 1, A), later);
    outbox().redeliver(id(aJob(), 1, B), later);
    assertThat(claimed(WORKER, later.minusMillis(1))).isEmpty();
    List<Delivery> again = outbox().claimDue(WORKER, later, CLAIM, 9);
    assertThat(again)
        .hasSize(2)
        .allSatisfy(
            d -> {
              assertThat(d.state()).isEqualTo(Delivery.State.PENDING);
              assertThat(d.nextAttemptAt()).isEqualTo(later);
              assertThat(d.attempts()).hasSize(1);
            });
  }

  @Test
  default void redeliveringAPendingMessageLeavesItAsItIs() {
    insert(aJob(), aMessage(aJob(), 1, A));
    claimed(WORKER, NOW);
    outbox().redeliver(id(aJob(), 1, A), NOW);
    assertThat(claimed(OTHER_WORKER, NOW)).isEmpty();
  }

  @Test
  default void anUnknownDeliveryIsAnError() {
    DeliveryId none = new DeliveryId("dlv_none");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> outbox().redeliver(none, NOW))
        .withMessageContaining("dlv_none");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(
            () -> outbox().recordAttempt(none, attempt(1, 200), Delivery.State.DELIVERED, null))
        .withMessageContaining("dlv_none");
  }

  @Test
  default void pendingMessagesAreCounted() {
    assertThat(outbox().pendingCount()).isZero();
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A), aMessage(aJob(), 3, A));
    assertThat(outbox().pendingCount()).isEqualTo(3);
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 500), Delivery.State.DEAD, null);
    outbox().recordAttempt(id(aJob(), 2, A), attempt(1, 200), Delivery.State.DELIVERED, null);
    assertThat(outbox().pendingCount()).isEqualTo(1);
  }

  @Test
  default void pendingAndDeadOnesAreCountedApart() {
    assertThat(outbox().counts()).isEqualTo(new DeliveryCounts(0, 0));
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A), aMessage(aJob(), 3, A));
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 500), Delivery.State.DEAD, null);
    outbox().recordAttempt(id(aJob(), 2, A), attempt(1, 200), Delivery.State.DELIVERED, null);
    assertThat(outbox().counts()).isEqualTo(new DeliveryCounts(1, 1));
  }

  @Test
  default void noMoreIsClaimedForOneUrlThanThereIsRoomFor() {
    for (int i = 1; i <= 300; i++) {
      insert(aQueuedJob(i), aMessage(aQueuedJob(i), 1, A));
    }
    insert(aQueuedJob(301), aMessage(aQueuedJob(301), 1, B));
    insert(aQueuedJob(302), aMessage(aQueuedJob(302), 1, B));
    Map<URI, Integer> oneToB = Map.of(URI.create(B), 1);
    ClaimRoom room = new ClaimRoom(10, 2, 99, oneToB, Map.of());
    assertThat(outbox().claimDue(WORKER, NOW, CLAIM, room))
        .extracting(d -> d.message().url().toString())
        .containsExactlyInAnyOrder(A, A, B);
    assertThat(room.left()).isEqualTo(7);
    ClaimRoom full = new ClaimRoom(10, 1, 99, Map.of(URI.create(A), 1), Map.of());
    assertThat(outbox().claimDue(WORKER, NOW, CLAIM, full))
        .extracting(d -> d.message().url().toString())
        .containsExactly(B);
  }

  @Test
  default void noMoreIsClaimedForOneTenantThanThereIsRoomFor() {
    for (int i = 1; i <= 5; i++) {
      insert(aQueuedJob(i), aMessage(aQueuedJob(i), 1, A + "?" + i));
    }
    Job others = aQueuedJob(6, OTHER_TENANT, "theirs", NOW);
    insert(others, aMessage(others, 1, A));
    ClaimRoom room = new ClaimRoom(10, 9, 3, Map.of(), Map.of(TENANT, 1));
    assertThat(outbox().claimDue(WORKER, NOW, CLAIM, room))
        .extracting(d -> d.message().tenant())
        .containsExactlyInAnyOrder(TENANT, TENANT, OTHER_TENANT);
    ClaimRoom full = new ClaimRoom(10, 9, 3, Map.of(), Map.of(TENANT, 3));
    assertThat(outbox().claimDue(WORKER, NOW, CLAIM, full)).isEmpty();
  }

  @Test
  default void whatWasDeliveredStaysDeliveredWhateverALateWorkerReports() {
    insert(aJob(), aMessage(aJob(), 1, A));
    DeliveryId id = id(aJob(), 1, A);
    outbox().recordAttempt(id, attempt(1, 200), Delivery.State.DELIVERED, null);
    outbox().recordAttempt(id, attempt(2, 500), Delivery.State.PENDING, NOW.plusSeconds(1));
    Delivery delivery = outbox().find(id).orElseThrow();
    assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
    assertThat(delivery.attempts()).hasSize(2);
    assertThat(claimed(WORKER, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  default void aDisabledUrlIsRememberedForItsTenantUntilItIsEnabled() {
    URI a = URI.create(A);
    assertThat(outbox().disabled(TENANT, a)).isEmpty();
    outbox().disable(TENANT, a, "gone", NOW);
    outbox().disable(TENANT, a, "gone again", NOW.plusSeconds(1));
    assertThat(outbox().disabled(TENANT, a)).contains("gone");
    assertThat(outbox().disabled(OTHER_TENANT, a)).isEmpty();
    assertThat(outbox().disabled(TENANT, URI.create(B))).isEmpty();
    outbox().enable(TENANT, a);
    outbox().enable(TENANT, a);
    assertThat(outbox().disabled(TENANT, a)).isEmpty();
  }

  @Test
  default void whatWaitsForARetryToADisabledUrlIsDueAtOnce() {
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, B));
    for (DeliveryId id : List.of(id(aJob(), 1, A), id(aJob(), 2, B))) {
      outbox().recordAttempt(id, attempt(1, 500), Delivery.State.PENDING, NOW.plusSeconds(3600));
    }
    assertThat(claimed(WORKER, NOW)).isEmpty();
    outbox().disable(TENANT, URI.create(A), "gone", NOW);
    assertThat(claimed(WORKER, NOW)).containsExactly(id(aJob(), 1, A));
  }

  @Test
  default void aTenantsDeliveriesAreTakenAwayTogether() {
    Job others = aQueuedJob(2, OTHER_TENANT, "theirs", NOW);
    insert(aJob(), aMessage(aJob(), 1, A), aMessage(aJob(), 2, A));
    insert(others, aMessage(others, 1, A));
    outbox().recordAttempt(id(aJob(), 1, A), attempt(1, 200), Delivery.State.DELIVERED, null);
    outbox().disable(TENANT, URI.create(A), "gone", NOW);
    assertThat(outbox().deleteOf(TENANT)).isEqualTo(2);
    assertThat(outbox().deleteOf(TENANT)).isZero();
    assertThat(outbox().list(aJob().id())).isEmpty();
    assertThat(outbox().disabled(TENANT, URI.create(A))).isEmpty();
    assertThat(outbox().list(others.id())).hasSize(1);
  }

  @Test
  default void workersThatClaimAtOnceNeverShareADelivery() {
    for (int i = 0; i < 40; i++) {
      insert(aQueuedJob(i), aMessage(aQueuedJob(i), 1, A), aMessage(aQueuedJob(i), 2, A));
    }
    List<List<DeliveryId>> claimed =
        Race.run(
            4,
            i ->
                () -> {
                  List<DeliveryId> mine = new ArrayList<>();
                  for (int round = 0; round < 20; round++) {
                    outbox()
                        .claimDue(new WorkerId("racer-" + i), NOW, CLAIM, 3)
                        .forEach(d -> mine.add(d.message().id()));
                  }
                  return mine;
                });
    assertThat(claimed.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(40);
  }

  private void insert(Job job, WebhookMessage... messages) {
    storage().jobs().insert(created(job, messages));
  }

  private List<DeliveryId> claimed(WorkerId worker, Instant now) {
    return outbox().claimDue(worker, now, CLAIM, 99).stream().map(d -> d.message().id()).toList();
  }

  private static DeliveryId id(Job job, long sequence, String url) {
    return aMessage(job, sequence, url).id();
  }

  private static DeliveryAttempt attempt(int number, int status) {
    return new DeliveryAttempt(number, NOW, status, null, "ok");
  }
}
