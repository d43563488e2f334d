package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_WORKER;
import static dev.meetbot.tck.TestJobs.TENANT;
import static dev.meetbot.tck.TestJobs.WORKER;
import static dev.meetbot.tck.TestJobs.aJob;
import static dev.meetbot.tck.TestJobs.aMessage;
import static dev.meetbot.tck.TestJobs.created;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.Job;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For a storage that outlives its process. */
public interface DurableStorageContract extends StorageContract {
  /** Closes the storage and opens another over the same data, which {@link #storage} then gives. */
  void reopen();

  @Test
  default void everythingIsThereAfterReopening() {
    Job job = FullJobs.everythingSet(1);
    WebhookMessage message = aMessage(job, 1, "https://a.example");
    Tenant tenant = Tenant.created(TENANT, "acme", "sealed", NOW);
    ApiKey key =
        new ApiKey(
            "key_1",
            "hash",
            TENANT,
            KeyScope.TEST,
            "ci",
            "mb_test_x",
            NOW,
            NOW.plusSeconds(9),
            null,
            null);
    storage().jobs().insert(created(job, message));
    DeliveryAttempt attempt = new DeliveryAttempt(1, NOW, 500, "broken", "oops");
    storage()
        .outbox()
        .recordAttempt(message.id(), attempt, Delivery.State.PENDING, NOW.plusSeconds(3));
    storage().tenants().put(tenant);
    storage().tenants().putKey(key);
    StoredRecord record = new StoredRecord("login", "nonce", 1, TENANT, "{}", NOW.plusSeconds(9));
    storage().records().insert(record, NOW);
    LedgerEntry entry =
        new LedgerEntry("e1", TENANT, LedgerEntry.Kind.TOP_UP, 5_000_000, null, "paid", NOW);
    storage().ledger().append(entry);

    reopen();

    assertThat(storage().jobs().find(job.id())).contains(job);
    assertThat(storage().outbox().list(job.id()))
        .containsExactly(
            new Delivery(message, Delivery.State.PENDING, NOW.plusSeconds(3), List.of(attempt)));
    assertThat(storage().tenants().find(TENANT)).contains(tenant);
    assertThat(storage().tenants().findKey("hash")).contains(key);
    assertThat(storage().records().find("login", "nonce", NOW)).contains(record);
    assertThat(storage().ledger().list(TENANT, null, 9)).containsExactly(entry);
  }

  @Test
  default void claimsHoldAfterReopening() {
    storage().jobs().insert(created(aJob(), aMessage(aJob(), 1, "https://a.example")));
    Duration claim = Duration.ofSeconds(30);
    Job claimed = storage().jobs().claimDue(WORKER, NOW, NOW.minusSeconds(30), 1).get(0);
    storage().outbox().claimDue(WORKER, NOW, claim, 1);

    reopen();

    assertThat(storage().jobs().find(aJob().id())).contains(claimed);
    assertThat(storage().jobs().claimDue(OTHER_WORKER, NOW, NOW.minusSeconds(30), 1)).isEmpty();
    assertThat(storage().outbox().claimDue(OTHER_WORKER, NOW, claim, 1)).isEmpty();
    assertThat(storage().outbox().claimDue(OTHER_WORKER, NOW.plus(claim), claim, 1)).hasSize(1);
  }
}
