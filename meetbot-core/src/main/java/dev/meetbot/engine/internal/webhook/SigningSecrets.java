package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.TenantId;

/** Where a tenant's signing secret comes from. Thread-safe. */
@FunctionalInterface
public interface SigningSecrets {
  /** The secret in clear, {@code whsec_} and base64. */
  String of(TenantId tenant);
}
