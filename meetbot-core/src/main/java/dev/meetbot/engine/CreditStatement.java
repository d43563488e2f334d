package dev.meetbot.engine;

import dev.meetbot.model.LedgerEntry;
import java.util.List;

/**
 * A tenant's credit and a page of its movements. Amounts are millionths of a US dollar.
 *
 * @param billing whether anything is charged at all
 * @param entries newest first
 * @param more whether older ones follow
 */
public record CreditStatement(
    boolean billing,
    long balanceMicros,
    long pricePerHourMicros,
    List<LedgerEntry> entries,
    boolean more) {
  public CreditStatement {
    entries = List.copyOf(entries);
  }
}
