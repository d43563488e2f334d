package dev.meetbot.provider.memory;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
  public void putKey(ApiKey key) {
    keys.put(key.hash(), key);
  }

  @Override
  public Optional<ApiKey> findKey(String hash) {
    return Optional.ofNullable(keys.get(hash));
  }

  @Override
  public List<ApiKey> listKeys(TenantId tenant) {
    return keys.values().stream()
        .filter(key -> key.tenant().equals(tenant))
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::hash))
        .toList();
  }

  @Override
  public boolean isEmpty() {
    return tenants.isEmpty();
  }
}
