package dev.meetbot.provider.jpa;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.StorageException;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Ledger entries in the table of {@link LedgerRow}. */
final class JpaLedger implements LedgerStore {
  private static final String OF_TENANT = "from LedgerRow e where e.tenant = :tenant";
  private static final String OLDER = " and (e.at < :at or e.at = :at and e.id < :id)";

  private final Transactions transactions;

  JpaLedger(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean append(LedgerEntry entry) {
    try {
      return transactions.call(
          "write to the ledger",
          session -> {
            if (session.find(LedgerRow.class, entry.id()) != null) {
              return false;
            }
            session.persist(LedgerRow.of(entry));
            return true;
          });
    } catch (StorageException e) {
      if (Transactions.isDuplicate(e)) {
        return false; // somebody else wrote it between our look and our insert
      }
      throw e;
    }
  }

  @Override
  public long balanceMicros(TenantId tenant) {
    return transactions.call(
        "read the credit",
        session ->
            session
                .createSelectionQuery(
                    "select coalesce(sum(e.amountMicros), 0L) " + OF_TENANT, Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult());
  }

  @Override
  public List<LedgerEntry> list(TenantId tenant, @Nullable String beforeId, int limit) {
    return transactions.call(
        "read the ledger",
        session ->
            select(session, beforeId)
                .setParameter("tenant", tenant.value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(LedgerRow::toEntry)
                .toList());
  }

  @Override
  public List<LedgerEntry> ofJob(JobId job) {
    return transactions.call(
        "read what a job cost",
        session ->
            session
                .createSelectionQuery("from LedgerRow e where e.jobId = :job", LedgerRow.class)
                .setParameter("job", job.value())
                .getResultList()
                .stream()
                .map(LedgerRow::toEntry)
                .toList());
  }

  private static SelectionQuery<LedgerRow> select(Session session, @Nullable String beforeId) {
    LedgerRow cursor = beforeId == null ? null : session.find(LedgerRow.class, beforeId);
    String hql = OF_TENANT + (cursor == null ? "" : OLDER) + " order by e.at desc, e.id desc";
    SelectionQuery<LedgerRow> select = session.createSelectionQuery(hql, LedgerRow.class);
    if (cursor != null) {
      select.setParameter("at", cursor.at).setParameter("id", cursor.id);
    }
    return select;
  }
}
