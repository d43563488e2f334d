package dev.meetbot.spi.storage;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The movements of credit. Entries are added and never changed, nor removed with their tenant. */
public interface LedgerStore {
  /**
   * Adds an entry.
   *
   * @return false when one of its id is there, also when two callers add it at the same moment (one
   *     of them wins); nothing is stored then
   */
  boolean append(LedgerEntry entry);

  /** The sum of a tenant's entries in millionths of a US dollar; 0 when it has none. */
  long balanceMicros(TenantId tenant);

  /**
   * A tenant's entries, newest first; entries of one moment by their id, descending.
   *
   * @param beforeId only entries that come after this one in that order: the cursor; null from the
   *     newest
   */
  List<LedgerEntry> list(TenantId tenant, @Nullable String beforeId, int limit);

  /** All entries of a job, in no particular order. */
  List<LedgerEntry> ofJob(JobId job);
}
