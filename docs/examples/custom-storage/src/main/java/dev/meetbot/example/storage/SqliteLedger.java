package dev.meetbot.example.storage;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.LedgerStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ledger entries as JSON. */
final class SqliteLedger implements LedgerStore {
  private final Transactions transactions;
  private final RecordJson json;

  SqliteLedger(Transactions transactions, RecordJson json) {
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public boolean append(LedgerEntry entry) {
    return transactions.write(
            "write to the ledger",
            connection ->
                Sql.update(
                    connection,
                    "insert into ledger (id, body) values (?, ?) on conflict (id) do nothing",
                    entry.id(),
                    json.write(entry)))
        == 1;
  }

  @Override
  public long balanceMicros(TenantId tenant) {
    return transactions
        .read(
            "read the credit",
            connection ->
                Sql.first(
                    connection,
                    row -> row.getLong(1),
                    "select coalesce(sum(amount), 0) from ledger where tenant = ?",
                    tenant))
        .orElseThrow();
  }

  @Override
  public List<LedgerEntry> list(TenantId tenant, @Nullable String beforeId, int limit) {
    return select(
        "tenant = ?1 and (?2 is null or (at, id) < (select c.at, c.id from ledger c where c.id = ?2))"
            + " order by at desc, id desc limit ?3",
        tenant,
        beforeId,
        limit);
  }

  @Override
  public List<LedgerEntry> ofJob(JobId job) {
    return select("job = ?", job);
  }

  private List<LedgerEntry> select(String where, @Nullable Object... values) {
    return transactions.read(
        "read the ledger",
        connection ->
            Sql.list(
                connection,
                row -> json.read(LedgerEntry.class, row.getString(1)),
                "select body from ledger where " + where,
                values));
  }
}
