package dev.meetbot.provider.jpa;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key as stored. */
@Entity
@Table(name = "meetbot_api_key")
class ApiKeyRow {
  @Id
  @Column(length = 128)
  String hash = "";

  @Column(length = 64)
  String id = "";

  @Column(length = 64)
  @Nullable String tenant;

  @Column(length = 32)
  String scope = "";

  @Column(length = 1000)
  String name = "";

  @Column(length = 64)
  String hint = "";

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "last_used_at")
  @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  static ApiKeyRow of(ApiKey key) {
    ApiKeyRow row = new ApiKeyRow();
    row.hash = key.hash();
    row.id = key.id();
    row.tenant = key.tenant() == null ? null : key.tenant().value();
    row.scope = key.scope().name();
    row.name = key.name();
    row.hint = key.hint();
    row.createdAt = key.createdAt();
    row.expiresAt = key.expiresAt();
    row.lastUsedAt = key.lastUsedAt();
    row.revokedAt = key.revokedAt();
    return row;
  }

  ApiKey toKey() {
    return new ApiKey(
        id,
        hash,
        tenant == null ? null : new TenantId(tenant),
        KeyScope.valueOf(scope),
        name,
        hint,
        createdAt,
        expiresAt,
        lastUsedAt,
        revokedAt);
  }
}
