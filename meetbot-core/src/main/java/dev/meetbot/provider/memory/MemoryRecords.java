package dev.meetbot.provider.memory;

import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Records in one sorted map per kind. */
final class MemoryRecords implements RecordStore {
  private final TreeMap<String, NavigableMap<String, StoredRecord>> kinds = new TreeMap<>();

  @Override
  public synchronized boolean insert(StoredRecord record, Instant now) {
    if (find(record.kind(), record.key(), now).isPresent()) {
      return false;
    }
    kinds.computeIfAbsent(record.kind(), k -> new TreeMap<>()).put(record.key(), record);
    return true;
  }

  @Override
  public synchronized Optional<StoredRecord> find(String kind, String key, Instant now) {
    return Optional.ofNullable(of(kind).get(key)).filter(r -> !r.expiredAt(now));
  }

  @Override
  public synchronized boolean replace(StoredRecord record, Instant now) {
    boolean fits =
        find(record.kind(), record.key(), now)
            .filter(stored -> stored.version() == record.version() - 1)
            .isPresent();
    if (fits) {
      of(record.kind()).put(record.key(), record);
    }
    return fits;
  }

  @Override
  public synchronized boolean delete(String kind, String key) {
    return of(kind).remove(key) != null;
  }

  @Override
  public synchronized List<StoredRecord> list(
      String kind, String keyPrefix, @Nullable String afterKey, int limit, Instant now) {
    return of(kind).tailMap(keyPrefix, true).values().stream()
        .takeWhile(r -> r.key().startsWith(keyPrefix))
        .filter(r -> afterKey == null || r.key().compareTo(afterKey) > 0)
        .filter(r -> !r.expiredAt(now))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int deleteExpired(Instant now, int limit) {
    return forget(r -> r.expiredAt(now), limit);
  }

  @Override
  public synchronized int deleteOf(TenantId tenant) {
    return forget(r -> tenant.equals(r.tenant()), Integer.MAX_VALUE);
  }

  private int forget(Predicate<StoredRecord> which, int limit) {
    List<StoredRecord> found =
        kinds.values().stream()
            .flatMap(k -> k.values().stream())
            .filter(which)
            .limit(limit)
            .toList();
    found.forEach(r -> of(r.kind()).remove(r.key()));
    return found.size();
  }

  private NavigableMap<String, StoredRecord> of(String kind) {
    return kinds.getOrDefault(kind, new TreeMap<>());
  }
}
