package dev.meetbot.spi.storage;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tenants and all keys. */
public interface TenantStore {
  /** Stores the tenant, or replaces the one of that id. */
  void put(Tenant tenant);

  Optional<Tenant> find(TenantId id);

  /**
   * Tenants in the order of their ids.
   *
   * @param after only ids after this one: the cursor; null from the first
   */
  List<Tenant> list(@Nullable TenantId after, int limit);

  /** Removes a tenant with its keys; one that is not there is fine. */
  void delete(TenantId id);

  /** Stores the key, or replaces the one of that hash. */
  void putKey(ApiKey key);

  /** The key of that hash, valid or not. */
  Optional<ApiKey> findKey(String hash);

  /** The key of that id, valid or not. */
  Optional<ApiKey> findKeyById(String id);

  /**
   * Revokes a key, and changes nothing else of it. One that is revoked already stays revoked since
   * then; an unknown one is fine.
   */
  void revokeKey(String hash, Instant at);

  /**
   * Has a key expire at that time, and changes nothing else of it. One that expires earlier stays
   * as it is; an unknown one is fine.
   */
  void expireKey(String hash, Instant at);

  /** All keys of a tenant, or with null those of no tenant, oldest first. */
  List<ApiKey> listKeys(@Nullable TenantId tenant);

  /** Notes when a key was last used, and changes nothing else of it; an unknown one is fine. */
  void keyUsed(String hash, Instant at);

  /** Whether any tenant exists yet. */
  boolean isEmpty();
}
