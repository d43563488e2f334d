package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's credit, and a page of what it was used for. Amounts are exact.
 *
 * @param billing whether anything is charged at all
 * @param currency {@code USD}
 * @param balance what is left; may be a little below zero
 * @param pricePerHour of recording
 * @param entries the newest first
 * @param nextCursor for the page after this one; null when there is none
 */
public record Credit(
    boolean billing,
    String currency,
    BigDecimal balance,
    BigDecimal pricePerHour,
    List<Entry> entries,
    @Nullable String nextCursor) {
  /** Checks that it is such an answer, and copies it. */
  @JsonbCreator
  public Credit {
    Given.there(balance, "balance");
    entries = Given.list(entries);
  }

  /**
   * A line of the ledger, which is never changed.
   *
   * @param kind {@code sign_up}, {@code top_up}, {@code usage} or {@code adjustment}
   * @param amount signed
   * @param jobId of the recording that it is for; null when it is for none
   * @param text for people
   */
  public record Entry(
      String id,
      String kind,
      BigDecimal amount,
      @Nullable String jobId,
      String text,
      @Nullable Instant at) {
    /** Checks that it is an entry. */
    @JsonbCreator
    public Entry {
      Given.there(id, "id");
      Given.there(amount, "amount");
    }
  }
}
