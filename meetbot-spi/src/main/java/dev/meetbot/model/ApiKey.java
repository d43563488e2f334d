package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param id what clients call it by; not secret
 * @param hash SHA-256 of the whole key, lower-case hex
 * @param tenant whose it is; null for a scope that belongs to no tenant
 * @param hint the key's first characters, enough to recognise it
 */
public record ApiKey(
    String id,
    String hash,
    @Nullable TenantId tenant,
    KeyScope scope,
    String name,
    String hint,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {
  public ApiKey {
    Checks.text(id, 1, 64, "key id");
    if (scope.ofTenant() != (tenant != null)) {
      throw new IllegalArgumentException(
          "a key of scope " + scope + (tenant == null ? " needs a tenant" : " has no tenant"));
    }
  }

  /** Whether the key opens anything at that time. */
  public boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
