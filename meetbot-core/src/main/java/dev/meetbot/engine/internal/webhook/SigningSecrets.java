package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.TenantId;
import java.util.List;

/** Where a tenant's signing secrets come from. Thread-safe. */
@FunctionalInterface
public interface SigningSecrets {
  /**
   * The secrets in clear, {@code whsec_} and base64: the newest first, then, while a rotation
   * lasts, the one before it.
   */
  List<String> of(TenantId tenant);
}
