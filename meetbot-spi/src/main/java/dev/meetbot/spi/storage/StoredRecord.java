package dev.meetbot.spi.storage;

import dev.meetbot.model.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A small fact that a feature keeps: an answer to be replayed, a login in progress, an invite.
 *
 * @param kind which feature's; keys are unique within it. 1 to 64 characters
 * @param key 1 to 512 characters
 * @param version 1 when new; each replacement counts one up
 * @param tenant whose it is, so that it goes with the tenant; null when it is nobody's
 * @param value JSON text, at most 1,000,000 characters
 * @param expiresAt from when on it counts as gone; null means never
 */
public record StoredRecord(
    String kind,
    String key,
    long version,
    @Nullable TenantId tenant,
    String value,
    @Nullable Instant expiresAt) {
  public StoredRecord {
    if (kind.isEmpty() || kind.length() > 64 || key.isEmpty() || key.length() > 512) {
      throw new IllegalArgumentException("a record needs a kind and a key of bounded length");
    }
  }

  /** The next version of it with another value, and the same expiry. */
  public StoredRecord next(String newValue) {
    return new StoredRecord(kind, key, version + 1, tenant, newValue, expiresAt);
  }

  /** Whether it is gone at that time. */
  public boolean expiredAt(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
