package dev.meetbot.example.storage;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tenants and keys as JSON. */
final class SqliteTenants implements TenantStore {
  private final Transactions transactions;
  private final RecordJson json;

  SqliteTenants(Transactions transactions, RecordJson json) {
    this.transactions = transactions;
    this.json = json;
  }

  @Override
  public void put(Tenant tenant) {
    change(
        "store a tenant",
        "insert or replace into tenant (id, body) values (?, ?)",
        tenant.id(),
        json.write(tenant));
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return select(Tenant.class, "tenant where id = ?", id).stream().findFirst();
  }

  @Override
  public List<Tenant> list(@Nullable TenantId after, int limit) {
    return select(
        Tenant.class, "tenant where id > ? order by id limit ?", after == null ? "" : after, limit);
  }

  @Override
  public void delete(TenantId id) {
    transactions.write(
        "remove a tenant",
        connection ->
            Sql.update(connection, "delete from api_key where tenant = ?", id)
                + Sql.update(connection, "delete from tenant where id = ?", id));
  }

  @Override
  public void putKey(ApiKey key) {
    change(
        "store a key",
        "insert or replace into api_key (hash, body) values (?, ?)",
        key.hash(),
        json.write(key));
  }

  @Override
  public Optional<ApiKey> findKey(String hash) {
    return select(ApiKey.class, "api_key where hash = ?", hash).stream().findFirst();
  }

  @Override
  public Optional<ApiKey> findKeyById(String id) {
    return select(ApiKey.class, "api_key where id = ?", id).stream().findFirst();
  }

  @Override
  public void revokeKey(String hash, Instant at) {
    change(
        "revoke a key",
        "update api_key set body = json_set(body, '$.revokedAt', ?1)"
            + " where hash = ?2 and body ->> '$.revokedAt' is null",
        Times.text(at),
        hash);
  }

  @Override
  public void expireKey(String hash, Instant at) {
    change(
        "have a key expire",
        "update api_key set body = json_set(body, '$.expiresAt', ?1)"
            + " where hash = ?2 and coalesce(body ->> '$.expiresAt' > ?1, true)",
        Times.text(at),
        hash);
  }

  @Override
  public List<ApiKey> listKeys(@Nullable TenantId tenant) {
    return select(ApiKey.class, "api_key where tenant is ? order by created_at, hash", tenant);
  }

  @Override
  public void keyUsed(String hash, Instant at) {
    change(
        "note the use of a key",
        "update api_key set body = json_set(body, '$.lastUsedAt', ?1) where hash = ?2",
        Times.text(at),
        hash);
  }

  @Override
  public boolean isEmpty() {
    return select(Tenant.class, "tenant limit 1").isEmpty();
  }

  private <T> List<T> select(Class<T> type, String from, @Nullable Object... values) {
    return transactions.read(
        "read tenants and keys",
        connection ->
            Sql.list(
                connection,
                row -> json.read(type, row.getString(1)),
                "select body from " + from,
                values));
  }

  private void change(String what, String sql, Object... values) {
    transactions.write(what, connection -> Sql.update(connection, sql, values));
  }
}
