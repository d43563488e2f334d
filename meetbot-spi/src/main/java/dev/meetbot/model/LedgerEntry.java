package dev.meetbot.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a tenant's credit; never changed once written.
 *
 * @param id unique over all tenants; the same id again is the same movement
 * @param amountMicros millionths of a US dollar, negative for what is charged
 * @param job what was charged for; null for other movements
 * @param text for people
 */
public record LedgerEntry(
    String id,
    TenantId tenant,
    Kind kind,
    long amountMicros,
    @Nullable JobId job,
    String text,
    Instant at) {
  public LedgerEntry {
    Checks.text(id, 1, 255, "ledger entry id");
    Checks.text(text, 0, 1000, "ledger entry text");
  }

  /** Why credit moved. */
  public enum Kind {
    /** The free credit of a new tenant. */
    SIGN_UP,
    /** Paid in. */
    TOP_UP,
    /** Recorded minutes. */
    USAGE,
    /** Put right by the operator. */
    ADJUSTMENT;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
