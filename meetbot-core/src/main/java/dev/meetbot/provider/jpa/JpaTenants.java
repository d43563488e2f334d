package dev.meetbot.provider.jpa;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Tenants and keys in the tables of {@link TenantRow} and {@link ApiKeyRow}. */
final class JpaTenants implements TenantStore {
  private final Transactions transactions;

  JpaTenants(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void put(Tenant tenant) {
    merge("store a tenant", TenantRow.of(tenant));
  }

  @Override
  public void putKey(ApiKey key) {
    merge("store a key", ApiKeyRow.of(key));
  }

  private void merge(String what, Object row) {
    try {
      transactions.run(what, session -> session.merge(row));
    } catch (StorageException e) {
      if (!Transactions.isDuplicate(e)) {
        throw e;
      }
      // somebody else inserted it between our look and our insert: now it is there to be replaced
      transactions.run(what, session -> session.merge(row));
    }
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return transactions.call(
        "read a tenant",
        session ->
            Optional.ofNullable(session.find(TenantRow.class, id.value()))
                .map(TenantRow::toTenant));
  }

  @Override
  public Optional<ApiKey> findKey(String hash) {
    return transactions.call(
        "read a key",
        session -> Optional.ofNullable(session.find(ApiKeyRow.class, hash)).map(ApiKeyRow::toKey));
  }

  @Override
  public List<Tenant> list(@Nullable TenantId after, int limit) {
    return transactions.call(
        "list tenants",
        session ->
            session
                .createSelectionQuery(
                    "from TenantRow t where t.id > :after order by t.id", TenantRow.class)
                .setParameter("after", after == null ? "" : after.value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(TenantRow::toTenant)
                .toList());
  }

  @Override
  public void delete(TenantId id) {
    transactions.run(
        "remove a tenant",
        session -> {
          session
              .createMutationQuery("delete ApiKeyRow k where k.tenant = :tenant")
              .setParameter("tenant", id.value())
              .executeUpdate();
          session
              .createMutationQuery("delete TenantRow t where t.id = :id")
              .setParameter("id", id.value())
              .executeUpdate();
        });
  }

  @Override
  public List<ApiKey> listKeys(@Nullable TenantId tenant) {
    String whose = tenant == null ? "k.tenant is null" : "k.tenant = :tenant";
    return transactions.call(
        "list keys",
        session -> {
          SelectionQuery<ApiKeyRow> select =
              session.createSelectionQuery(
                  "from ApiKeyRow k where " + whose + " order by k.createdAt, k.hash",
                  ApiKeyRow.class);
          if (tenant != null) {
            select.setParameter("tenant", tenant.value());
          }
          return select.getResultList().stream().map(ApiKeyRow::toKey).toList();
        });
  }

  @Override
  public Optional<ApiKey> findKeyById(String id) {
    return transactions.call(
        "read a key",
        session ->
            session
                .createSelectionQuery("from ApiKeyRow k where k.id = :id", ApiKeyRow.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(ApiKeyRow::toKey));
  }

  @Override
  public void revokeKey(String hash, Instant at) {
    change("revoke a key", "k.revokedAt = :at", "k.revokedAt is null", hash, at);
  }

  @Override
  public void expireKey(String hash, Instant at) {
    change(
        "have a key expire",
        "k.expiresAt = :at",
        "(k.expiresAt is null or k.expiresAt > :at)",
        hash,
        at);
  }

  @Override
  public void keyUsed(String hash, Instant at) {
    change("note the use of a key", "k.lastUsedAt = :at", "1 = 1", hash, at);
  }

  private void change(String what, String set, String when, String hash, Instant at) {
    transactions.run(
        what,
        session ->
            session
                .createMutationQuery(
                    "update ApiKeyRow k set " + set + " where k.hash = :hash and " + when)
                .setParameter("at", at)
                .setParameter("hash", hash)
                .executeUpdate());
  }

  @Override
  public boolean isEmpty() {
    return transactions.call(
        "look for a tenant",
        session ->
            session
                .createSelectionQuery("select t.id from TenantRow t", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
  }
}
