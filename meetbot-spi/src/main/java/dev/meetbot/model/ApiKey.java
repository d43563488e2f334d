package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param hash SHA-256 of the whole key, lower-case hex
 * @param hint the key's first characters, enough to recognise it
 */
public record ApiKey(
    String hash,
    TenantId tenant,
    String name,
    String hint,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {
  /** Whether the key opens anything at that time. */
  public boolean validAt(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
