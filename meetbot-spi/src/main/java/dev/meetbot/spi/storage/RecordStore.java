package dev.meetbot.spi.storage;

import dev.meetbot.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small facts by kind and key, changed by compare-and-set, forgotten by expiry. An expired record
 * counts as not there in every method. Each method is one transaction.
 */
public interface RecordStore {
  /**
   * Stores a record of version 1 when none of its kind and key is there.
   *
   * @return false when there is one, also when two callers insert it at the same moment (one of
   *     them wins); nothing is stored then
   */
  boolean insert(StoredRecord record, Instant now);

  /** The record of that kind and key. */
  Optional<StoredRecord> find(String kind, String key, Instant now);

  /**
   * Stores a newer version.
   *
   * @return false when the stored version is not {@code record.version() - 1}, or none is there;
   *     nothing is stored then
   */
  boolean replace(StoredRecord record, Instant now);

  /** Forgets a record; whether it was there. */
  boolean delete(String kind, String key);

  /**
   * Records whose keys begin so, in an order of keys that is always the same.
   *
   * @param afterKey only keys after this one: the cursor; null from the first
   */
  List<StoredRecord> list(
      String kind, String keyPrefix, @Nullable String afterKey, int limit, Instant now);

  /** Forgets up to so many expired records; how many. */
  int deleteExpired(Instant now, int limit);

  /** Forgets all that is the tenant's; how many. */
  int deleteOf(TenantId tenant);
}
