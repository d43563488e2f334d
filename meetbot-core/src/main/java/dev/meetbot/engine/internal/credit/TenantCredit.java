package dev.meetbot.engine.internal.credit;

import dev.meetbot.engine.BillingSettings;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.LedgerStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What tenants have left. Thread-safe. */
public final class TenantCredit {
  private final LedgerStore ledger;
  private final BillingSettings settings;
  private final InstantSource clock;
  private final Set<TenantId> welcomed = ConcurrentHashMap.newKeySet();

  public TenantCredit(LedgerStore ledger, BillingSettings settings, InstantSource clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is left, in millionths of a US dollar; a new tenant's free credit is booked first. */
  public long balanceMicros(TenantId tenant) {
    if (settings.enabled() && settings.freeCreditMicros() > 0 && !welcomed.contains(tenant)) {
      ledger.append(
          new LedgerEntry(
              "signup/" + tenant,
              tenant,
              LedgerEntry.Kind.SIGN_UP,
              settings.freeCreditMicros(),
              null,
              "free credit",
              clock.instant()));
      welcomed.add(tenant);
    }
    return ledger.balanceMicros(tenant);
  }

  /** Why no bot may be sent for the tenant; empty when one may. */
  public Optional<String> refusal(TenantId tenant) {
    return settings.enabled() && balanceMicros(tenant) <= 0
        ? Optional.of("the credit is used up; top it up to send bots")
        : Optional.empty();
  }
}
