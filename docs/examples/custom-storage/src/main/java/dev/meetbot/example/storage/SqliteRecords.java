package dev.meetbot.example.storage;

import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records, in plain columns: their values are JSON already. */
final class SqliteRecords implements RecordStore {
  private static final String SELECT =
      "select kind, name, version, tenant, value, expires_at from record where kind = ?1";
  private static final String LIVE = " and (expires_at is null or expires_at > ?2)";
  // the greatest character there is: a range finds a prefix by the index, and as it is written
  private static final String BELOW = " and name >= ?3 and name < ?3 || char(0x10ffff)";

  private final Transactions transactions;

  SqliteRecords(Transactions transactions) {
    this.transactions = transactions;
  }

  private static StoredRecord recordOf(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant");
    return new StoredRecord(
        row.getString("kind"),
        row.getString("name"),
        row.getLong("version"),
        tenant == null ? null : new TenantId(tenant),
        row.getString("value"),
        Times.timeOrNull(row.getString("expires_at")));
  }

  @Override
  public boolean insert(StoredRecord record, Instant now) {
    return transactions.write(
        "store a record",
        connection -> {
          Sql.update(
              connection,
              "delete from record where kind = ? and name = ? and expires_at <= ?",
              record.kind(),
              record.key(),
              Times.text(now));
          int added =
              Sql.update(
                  connection,
                  "insert into record values (?, ?, ?, ?, ?, ?)"
                      + " on conflict (kind, name) do nothing",
                  record.kind(),
                  record.key(),
                  record.version(),
                  record.tenant(),
                  record.value(),
                  Times.textOrNull(record.expiresAt()));
          return added == 1;
        });
  }

  @Override
  public Optional<StoredRecord> find(String kind, String key, Instant now) {
    return transactions.read(
        "read a record",
        connection ->
            Sql.first(
                connection,
                SqliteRecords::recordOf,
                SELECT + LIVE + " and name = ?3",
                kind,
                Times.text(now),
                key));
  }

  @Override
  public boolean replace(StoredRecord record, Instant now) {
    return transactions.write(
            "replace a record",
            connection ->
                Sql.update(
                    connection,
                    "update record set version = ?3, tenant = ?4, value = ?5, expires_at = ?6"
                        + " where kind = ?1"
                        + LIVE
                        + " and name = ?7 and version = ?3 - 1",
                    record.kind(),
                    Times.text(now),
                    record.version(),
                    record.tenant(),
                    record.value(),
                    Times.textOrNull(record.expiresAt()),
                    record.key()))
        == 1;
  }

  @Override
  public boolean delete(String kind, String key) {
    return change("delete from record where kind = ? and name = ?", kind, key) == 1;
  }

  @Override
  public List<StoredRecord> list(
      String kind, String keyPrefix, @Nullable String afterKey, int limit, Instant now) {
    return transactions.read(
        "list records",
        connection ->
            Sql.list(
                connection,
                SqliteRecords::recordOf,
                SELECT + LIVE + BELOW + " and name > ?4 order by name limit ?5",
                kind,
                Times.text(now),
                keyPrefix,
                afterKey == null ? "" : afterKey,
                limit));
  }

  @Override
  public int deleteExpired(Instant now, int limit) {
    return change(
        "delete from record where rowid in"
            + " (select rowid from record where expires_at <= ? limit ?)",
        Times.text(now),
        limit);
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return change("delete from record where tenant = ?", tenant);
  }

  private int change(String sql, Object... values) {
    return transactions.write("forget records", connection -> Sql.update(connection, sql, values));
  }
}
