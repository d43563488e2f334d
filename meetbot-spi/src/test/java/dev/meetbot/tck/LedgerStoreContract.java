package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.LedgerStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Movements of credit. */
public interface LedgerStoreContract extends StorageUnderTest {
  private LedgerStore ledger() {
    return storage().ledger();
  }

  @Test
  default void anEntryComesBackAsItWasAppended() {
    LedgerEntry entry =
        new LedgerEntry(
            "usage/j1/3",
            TENANT,
            LedgerEntry.Kind.USAGE,
            -5_000,
            new JobId("j1"),
            "minute 3 of a recording",
            NOW);
    assertThat(ledger().append(entry)).isTrue();
    assertThat(ledger().list(TENANT, null, 9)).containsExactly(entry);
    assertThat(ledger().list(OTHER_TENANT, null, 9)).isEmpty();
  }

  @Test
  default void theSameIdIsNeverBookedTwice() {
    assertThat(ledger().append(entry("e1", TENANT, 10, NOW))).isTrue();
    assertThat(ledger().append(entry("e1", TENANT, 99, NOW))).isFalse();
    assertThat(ledger().append(entry("e1", OTHER_TENANT, 99, NOW))).isFalse();
    assertThat(ledger().balanceMicros(TENANT)).isEqualTo(10);
  }

  @Test
  default void ofManyAtOnceOneBooks() {
    List<Boolean> booked = Race.run(8, i -> () -> ledger().append(entry("e1", TENANT, i + 1, NOW)));
    assertThat(booked).containsOnlyOnce(true);
    assertThat(ledger().balanceMicros(TENANT)).isEqualTo(booked.indexOf(true) + 1);
  }

  @Test
  default void theBalanceIsTheSumOfATenantsEntries() {
    assertThat(ledger().balanceMicros(TENANT)).isZero();
    ledger().append(entry("e1", TENANT, 5_000_000_000_000L, NOW));
    ledger().append(entry("e2", TENANT, -5_000, NOW));
    ledger().append(entry("e3", OTHER_TENANT, 7, NOW));
    assertThat(ledger().balanceMicros(TENANT)).isEqualTo(4_999_999_995_000L);
  }

  @Test
  default void entriesAreListedNewestFirstPageByPage() {
    ledger().append(entry("a", TENANT, 1, NOW));
    ledger().append(entry("c", TENANT, 1, NOW.plusSeconds(1)));
    ledger().append(entry("b", TENANT, 1, NOW.plusSeconds(1)));
    ledger().append(entry("d", OTHER_TENANT, 1, NOW.plusSeconds(1)));
    List<LedgerEntry> first = ledger().list(TENANT, null, 2);
    assertThat(first).extracting(LedgerEntry::id).containsExactly("c", "b");
    assertThat(ledger().list(TENANT, "b", 2)).extracting(LedgerEntry::id).containsExactly("a");
    assertThat(ledger().list(TENANT, "a", 2)).isEmpty();
  }

  @Test
  default void theEntriesOfAJobAreFoundAmongAll() {
    JobId job = new JobId("j1");
    LedgerEntry minute =
        new LedgerEntry("usage/j1/1", TENANT, LedgerEntry.Kind.USAGE, -5_000, job, "", NOW);
    LedgerEntry back =
        new LedgerEntry("adjustment/j1", TENANT, LedgerEntry.Kind.ADJUSTMENT, 5_000, job, "", NOW);
    ledger().append(minute);
    ledger().append(back);
    ledger().append(entry("e1", TENANT, 1, NOW));
    assertThat(ledger().ofJob(job)).containsExactlyInAnyOrder(minute, back);
    assertThat(ledger().ofJob(new JobId("j2"))).isEmpty();
  }

  private static LedgerEntry entry(String id, TenantId tenant, long micros, Instant at) {
    return new LedgerEntry(id, tenant, LedgerEntry.Kind.TOP_UP, micros, null, "", at);
  }
}
