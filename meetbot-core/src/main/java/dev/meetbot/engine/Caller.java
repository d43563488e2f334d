package dev.meetbot.engine;

import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as told by a valid key.
 *
 * @param tenant whose key it is; null for a scope that belongs to no tenant
 * @param keyId the key's id, for the log; not secret
 */
public record Caller(@Nullable TenantId tenant, KeyScope scope, String keyId) {
  /**
   * The tenant of a key that has one.
   *
   * @throws IllegalStateException when the key belongs to no tenant
   */
  public TenantId requireTenant() {
    if (tenant == null) {
      throw new IllegalStateException("a key of scope " + scope.wireName() + " has no tenant");
    }
    return tenant;
  }
}
