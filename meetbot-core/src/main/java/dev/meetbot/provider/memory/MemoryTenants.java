package dev.meetbot.provider.memory;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tenants and keys in two maps. */
final class MemoryTenants implements TenantStore {
  private final Map<TenantId, Tenant> tenants = new ConcurrentHashMap<>();
  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

  @Override
  public void put(Tenant tenant) {
    tenants.put(tenant.id(), tenant);
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return Optional.ofNullable(tenants.get(id));
  }

  @Override
  public List<Tenant> list(@Nullable TenantId after, int limit) {
    return tenants.values().stream()
        .filter(t -> after == null || t.id().value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(t -> t.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public void delete(TenantId id) {
    tenants.remove(id);
    keys.values().removeIf(key -> id.equals(key.tenant()));
  }

  @Override
  public void putKey(ApiKey key) {
    keys.put(key.hash(), key);
  }

  @Override
  public Optional<ApiKey> findKey(String hash) {
    return Optional.ofNullable(keys.get(hash));
  }

  @Override
  public List<ApiKey> listKeys(@Nullable TenantId tenant) {
    return keys.values().stream()
        .filter(key -> Objects.equals(key.tenant(), tenant))
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::hash))
        .toList();
  }

  @Override
  public Optional<ApiKey> findKeyById(String id) {
    return keys.values().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public void revokeKey(String hash, Instant at) {
    keys.computeIfPresent(
        hash, (h, k) -> k.revokedAt() == null ? with(k, k.expiresAt(), k.lastUsedAt(), at) : k);
  }

  @Override
  public void expireKey(String hash, Instant at) {
    keys.computeIfPresent(
        hash,
        (h, k) ->
            k.expiresAt() == null || at.isBefore(k.expiresAt())
                ? with(k, at, k.lastUsedAt(), k.revokedAt())
                : k);
  }

  @Override
  public void keyUsed(String hash, Instant at) {
    keys.computeIfPresent(hash, (h, k) -> with(k, k.expiresAt(), at, k.revokedAt()));
  }

  private static ApiKey with(
      ApiKey k,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {
    return new ApiKey(
        k.id(),
        k.hash(),
        k.tenant(),
        k.scope(),
        k.name(),
        k.hint(),
        k.createdAt(),
        expiresAt,
        lastUsedAt,
        revokedAt);
  }

  @Override
  public boolean isEmpty() {
    return tenants.isEmpty();
  }
}
