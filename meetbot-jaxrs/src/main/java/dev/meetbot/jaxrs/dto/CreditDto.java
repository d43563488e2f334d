package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.CreditStatement;
import dev.meetbot.model.LedgerEntry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's credit on the wire; amounts are decimal strings in US dollars.
 *
 * @param nextCursor for the page after this one; null when there is none
 */
@JsonbPropertyOrder({"billing", "currency", "balance", "pricePerHour", "entries", "nextCursor"})
public record CreditDto(
    boolean billing,
    String currency,
    String balance,
    String pricePerHour,
    List<Entry> entries,
    @Nullable String nextCursor) {

  /** One movement. */
  @JsonbPropertyOrder({"id", "kind", "amount", "jobId", "text", "at"})
  public record Entry(
      String id, String kind, String amount, @Nullable String jobId, String text, String at) {
    static Entry from(LedgerEntry entry) {
      return new Entry(
          entry.id(),
          entry.kind().wireName(),
          Amounts.write(entry.amountMicros()),
          entry.job() == null ? null : entry.job().value(),
          entry.text(),
          String.valueOf(Times.write(entry.at())));
    }
  }

  /** The statement with the cursor of what follows. */
  public static CreditDto from(CreditStatement statement, @Nullable String nextCursor) {
    return new CreditDto(
        statement.billing(),
        "USD",
        Amounts.write(statement.balanceMicros()),
        Amounts.write(statement.pricePerHourMicros()),
        statement.entries().stream().map(Entry::from).toList(),
        nextCursor);
  }
}
