package dev.meetbot.engine.internal.worker;

import dev.meetbot.model.TenantId;
import java.util.Optional;

/** Whether a tenant can pay for a bot. May do I/O. */
@FunctionalInterface
public interface CreditGate {
  /** Why no bot may be sent, in a sentence; empty when one may. */
  Optional<String> refusal(TenantId tenant);
}
