package dev.meetbot.provider.jpa;

import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Records in the table of {@link RecordRow}. */
final class JpaRecords implements RecordStore {
  private static final String ONE = " r.kind = :kind and r.key = :key";
  private static final String LIVE = " and (r.expiresAt is null or r.expiresAt > :now)";
  private static final String GONE = " and r.expiresAt <= :now";

  private final Transactions transactions;

  JpaRecords(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean insert(StoredRecord record, Instant now) {
    try {
      return transactions.call(
          "store a record",
          session -> {
            session
                .createMutationQuery("delete RecordRow r where" + ONE + GONE)
                .setParameter("kind", record.kind())
                .setParameter("key", record.key())
                .setParameter("now", now)
                .executeUpdate();
            if (session.find(RecordRow.class, new RecordRow.Key(record.kind(), record.key()))
                != null) {
              return false;
            }
            session.persist(RecordRow.of(record));
            return true;
          });
    } catch (StorageException e) {
      if (Transactions.isDuplicate(e)) {
        return false; // somebody else inserted it between our look and our insert
      }
      throw e;
    }
  }

  @Override
  public Optional<StoredRecord> find(String kind, String key, Instant now) {
    return transactions.call(
        "read a record",
        session ->
            session
                .createSelectionQuery("from RecordRow r where" + ONE + LIVE, RecordRow.class)
                .setParameter("kind", kind)
                .setParameter("key", key)
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(RecordRow::toRecord));
  }

  @Override
  public boolean replace(StoredRecord record, Instant now) {
    return transactions.call(
        "replace a record",
        session ->
            session
                    .createMutationQuery(
                        "update RecordRow r set r.version = :version, r.tenant = :tenant,"
                            + " r.value = :value, r.expiresAt = :expiresAt where"
                            + ONE
                            + LIVE
                            + " and r.version = :version - 1")
                    .setParameter("version", record.version())
                    .setParameter(
                        "tenant",
                        record.tenant() == null ? null : record.tenant().value(),
                        String.class)
                    .setParameter("value", record.value())
                    .setParameter("expiresAt", record.expiresAt(), Instant.class)
                    .setParameter("kind", record.kind())
                    .setParameter("key", record.key())
                    .setParameter("now", now)
                    .executeUpdate()
                == 1);
  }

  @Override
  public boolean delete(String kind, String key) {
    return transactions.call(
        "forget a record",
        session ->
            session
                    .createMutationQuery("delete RecordRow r where" + ONE)
                    .setParameter("kind", kind)
                    .setParameter("key", key)
                    .executeUpdate()
                == 1);
  }

  @Override
  public List<StoredRecord> list(
      String kind, String keyPrefix, @Nullable String afterKey, int limit, Instant now) {
    return transactions.call(
        "list records",
        session ->
            session
                .createSelectionQuery(
                    "from RecordRow r where r.kind = :kind and r.key like :prefix escape '!'"
                        + " and r.key > :after"
                        + LIVE
                        + " order by r.key",
                    RecordRow.class)
                .setParameter("kind", kind)
                .setParameter("prefix", keyPrefix.replaceAll("[!%_]", "!$0") + "%")
                .setParameter("after", afterKey == null ? "" : afterKey)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(RecordRow::toRecord)
                .toList());
  }

  @Override
  public int deleteExpired(Instant now, int limit) {
    return transactions.call(
        "forget expired records",
        session -> {
          List<RecordRow> gone =
              session
                  .createSelectionQuery(
                      "from RecordRow r where r.expiresAt <= :now", RecordRow.class)
                  .setParameter("now", now)
                  .setMaxResults(limit)
                  .getResultList();
          return gone.stream().mapToInt(row -> forget(session, row, now)).sum();
        });
  }

  /** By its own condition again: it may have been made anew since it was read. */
  private static int forget(Session session, RecordRow row, Instant now) {
    return session
        .createMutationQuery("delete RecordRow r where" + ONE + GONE)
        .setParameter("kind", row.kind)
        .setParameter("key", row.key)
        .setParameter("now", now)
        .executeUpdate();
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return transactions.call(
        "forget a tenant's records",
        session ->
            session
                .createMutationQuery("delete RecordRow r where r.tenant = :tenant")
                .setParameter("tenant", tenant.value())
                .executeUpdate());
  }
}
