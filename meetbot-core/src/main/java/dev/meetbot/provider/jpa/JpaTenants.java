package dev.meetbot.provider.jpa;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.TenantStore;
import java.util.List;
import java.util.Optional;

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
  public List<ApiKey> listKeys(TenantId tenant) {
    return transactions.call(
        "list keys",
        session ->
            session
                .createSelectionQuery(
                    "from ApiKeyRow k where k.tenant = :tenant order by k.createdAt, k.hash",
                    ApiKeyRow.class)
                .setParameter("tenant", tenant.value())
                .getResultList()
                .stream()
                .map(ApiKeyRow::toKey)
                .toList());
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
