package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param id by which it is asked for; not the key itself
 * @param tenantId null for keys that are the operator's
 * @param scope {@code live}, {@code test} or {@code intake}; the operator also has others
 * @param hint the key's first characters
 * @param expiresAt null when it does not
 * @param lastUsedAt exact to a minute; null when it never was
 * @param revokedAt null when it was not
 */
public record ApiKey(
    String id,
    @Nullable String tenantId,
    String name,
    String scope,
    String hint,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {
  /** Checks that it is a key. */
  @JsonbCreator
  public ApiKey {
    Given.there(id, "id");
  }
}
