package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that was just made. The fields are those of {@link ApiKey}, and one more.
 *
 * @param apiKey the key itself, which is shown only now; a secret
 */
public record NewApiKey(
    String id,
    @Nullable String tenantId,
    String name,
    String scope,
    String hint,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    String apiKey) {
  /** Checks that there is a key. */
  @JsonbCreator
  public NewApiKey {
    Given.there(id, "id");
    Given.there(apiKey, "apiKey");
  }

  /** Without the key itself. */
  @Override
  public String toString() {
    return "NewApiKey[" + id + ", " + name + ", " + scope + "]";
  }
}
