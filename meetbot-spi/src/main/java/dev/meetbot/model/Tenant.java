package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer: owner of jobs, keys and a webhook signing secret.
 *
 * @param sealedWebhookSecret the signing secret, encrypted by the engine; opaque to a store
 * @param sealedPreviousSecret the one before, which signs too until {@code previousSecretUntil};
 *     null when there is none
 */
public record Tenant(
    TenantId id,
    String name,
    String sealedWebhookSecret,
    @Nullable String sealedPreviousSecret,
    @Nullable Instant previousSecretUntil,
    TenantLimits limits,
    Instant createdAt) {
  /** A new tenant with the default limits. */
  public static Tenant created(
      TenantId id, String name, String sealedWebhookSecret, Instant createdAt) {
    return new Tenant(id, name, sealedWebhookSecret, null, null, TenantLimits.DEFAULT, createdAt);
  }
}
