package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Small facts by kind and key. */
public interface RecordStoreContract extends StorageUnderTest {
  private RecordStore records() {
    return storage().records();
  }

  @Test
  default void aRecordComesBackAsItWasInserted() {
    StoredRecord record =
        new StoredRecord(
            "login", "a/b c%_\u00e9", 1, TENANT, "{\"a\":\"" + "x".repeat(9000) + "\"}", null);
    assertThat(records().insert(record, NOW)).isTrue();
    assertThat(records().find("login", record.key(), NOW)).contains(record);
    assertThat(records().find("other", record.key(), NOW)).isEmpty();
    assertThat(records().find("login", "a", NOW)).isEmpty();
  }

  @Test
  default void onlyTheFirstOfAKindAndKeyIsInserted() {
    assertThat(records().insert(record("k", "first", null), NOW)).isTrue();
    assertThat(records().insert(record("k", "second", null), NOW)).isFalse();
    assertThat(records().find("kind", "k", NOW).orElseThrow().value()).isEqualTo("first");
  }

  @Test
  default void ofManyAtOnceOneInserts() {
    List<Boolean> inserted =
        Race.run(8, i -> () -> records().insert(record("k", "by " + i, null), NOW));
    assertThat(inserted).containsOnlyOnce(true);
    int winner = inserted.indexOf(true);
    assertThat(records().find("kind", "k", NOW).orElseThrow().value()).isEqualTo("by " + winner);
  }

  @Test
  default void onlyTheNextVersionReplaces() {
    StoredRecord first = record("k", "one", NOW.plusSeconds(60));
    records().insert(first, NOW);
    StoredRecord second = first.next("two");
    assertThat(records().replace(second, NOW)).isTrue();
    assertThat(records().replace(second, NOW)).isFalse();
    assertThat(records().replace(second.next("x").next("y"), NOW)).isFalse();
    assertThat(records().replace(new StoredRecord("kind", "none", 2, null, "", null), NOW))
        .isFalse();
    assertThat(records().find("kind", "k", NOW)).contains(second);
  }

  @Test
  default void aReplacementMayChangeTenantAndExpiry() {
    records().insert(record("k", "one", NOW.plusSeconds(60)), NOW);
    StoredRecord other = new StoredRecord("kind", "k", 2, TENANT, "two", null);
    assertThat(records().replace(other, NOW)).isTrue();
    assertThat(records().find("kind", "k", NOW.plusSeconds(99))).contains(other);
  }

  @Test
  default void ofManyReplacementsAtOnceOneCounts() {
    StoredRecord first = record("k", "one", null);
    records().insert(first, NOW);
    List<Boolean> replaced = Race.run(8, i -> () -> records().replace(first.next("by " + i), NOW));
    assertThat(replaced).containsOnlyOnce(true);
  }

  @Test
  default void anExpiredRecordCountsAsNotThere() {
    StoredRecord old = record("k", "old", NOW.plusSeconds(1));
    records().insert(old, NOW);
    Instant later = NOW.plusSeconds(1);
    assertThat(records().find("kind", "k", NOW)).contains(old);
    assertThat(records().find("kind", "k", later)).isEmpty();
    assertThat(records().replace(old.next("x"), later)).isFalse();
    assertThat(records().list("kind", "", null, 9, later)).isEmpty();
    StoredRecord fresh = record("k", "new", null);
    assertThat(records().insert(fresh, later)).isTrue();
    assertThat(records().find("kind", "k", later)).contains(fresh);
  }

  @Test
  default void recordsAreListedByPrefixPageByPage() {
    IntStream.range(0, 5).forEach(i -> records().insert(record("a%/" + i, "", null), NOW));
    records().insert(record("ab/1", "", null), NOW);
    records().insert(new StoredRecord("other", "a%/1", 1, null, "", null), NOW);
    List<StoredRecord> first = records().list("kind", "a%/", null, 3, NOW);
    assertThat(first).extracting(StoredRecord::key).containsExactly("a%/0", "a%/1", "a%/2");
    assertThat(records().list("kind", "a%/", "a%/2", 3, NOW))
        .extracting(StoredRecord::key)
        .containsExactly("a%/3", "a%/4");
  }

  @Test
  default void aDeletedRecordIsGone() {
    records().insert(record("k", "", null), NOW);
    assertThat(records().delete("kind", "k")).isTrue();
    assertThat(records().delete("kind", "k")).isFalse();
    assertThat(records().find("kind", "k", NOW)).isEmpty();
  }

  @Test
  default void expiredRecordsAreForgottenBitByBit() {
    IntStream.range(0, 5)
        .forEach(i -> records().insert(record("old" + i, "", NOW.plusSeconds(1)), NOW));
    records().insert(record("young", "", NOW.plusSeconds(9)), NOW);
    records().insert(record("forever", "", null), NOW);
    Instant later = NOW.plusSeconds(2);
    assertThat(records().deleteExpired(later, 3)).isEqualTo(3);
    assertThat(records().deleteExpired(later, 3)).isEqualTo(2);
    assertThat(records().deleteExpired(later, 3)).isZero();
    assertThat(records().list("kind", "", null, 9, NOW)).hasSize(2);
  }

  @Test
  default void aTenantsRecordsGoWithItAndNobodyElses() {
    records().insert(of("k1", TENANT), NOW);
    records().insert(of("k2", TENANT), NOW);
    records().insert(of("k3", OTHER_TENANT), NOW);
    records().insert(of("k4", null), NOW);
    assertThat(records().deleteOf(TENANT)).isEqualTo(2);
    assertThat(records().list("kind", "", null, 9, NOW))
        .extracting(StoredRecord::key)
        .containsExactly("k3", "k4");
  }

  private static StoredRecord record(String key, String value, @Nullable Instant expiresAt) {
    return new StoredRecord("kind", key, 1, null, value, expiresAt);
  }

  private static StoredRecord of(String key, @Nullable TenantId tenant) {
    return new StoredRecord("kind", key, 1, tenant, "{}", null);
  }
}
