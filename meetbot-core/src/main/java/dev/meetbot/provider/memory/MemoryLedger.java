package dev.meetbot.provider.memory;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.LedgerStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries in a map that only grows. */
final class MemoryLedger implements LedgerStore {
  private static final Comparator<LedgerEntry> NEWEST_FIRST =
      Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::id).reversed();

  private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

  @Override
  public synchronized boolean append(LedgerEntry entry) {
    return entries.putIfAbsent(entry.id(), entry) == null;
  }

  @Override
  public synchronized long balanceMicros(TenantId tenant) {
    return entries.values().stream()
        .filter(e -> e.tenant().equals(tenant))
        .mapToLong(LedgerEntry::amountMicros)
        .sum();
  }

  @Override
  public synchronized List<LedgerEntry> list(
      TenantId tenant, @Nullable String beforeId, int limit) {
    LedgerEntry cursor = beforeId == null ? null : entries.get(beforeId);
    return entries.values().stream()
        .filter(e -> e.tenant().equals(tenant))
        .filter(e -> cursor == null || NEWEST_FIRST.compare(e, cursor) > 0)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<LedgerEntry> ofJob(JobId job) {
    return entries.values().stream().filter(e -> job.equals(e.job())).toList();
  }
}
