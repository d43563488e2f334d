package dev.meetbot.spi.storage;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import java.util.List;
import java.util.Optional;

/** Tenants and their keys. */
public interface TenantStore {
  /** Stores the tenant, or replaces the one of that id. */
  void put(Tenant tenant);

  Optional<Tenant> find(TenantId id);

  /** Stores the key, or replaces the one of that hash. */
  void putKey(ApiKey key);

  /** The key of that hash, valid or not. */
  Optional<ApiKey> findKey(String hash);

  /** All keys of a tenant, oldest first. */
  List<ApiKey> listKeys(TenantId tenant);

  /** Whether any tenant exists yet. */
  boolean isEmpty();
}
