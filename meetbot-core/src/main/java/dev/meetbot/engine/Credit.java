package dev.meetbot.engine;

import dev.meetbot.engine.internal.credit.TenantCredit;
import dev.meetbot.engine.internal.credit.TopUps;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.payment.PaymentNotices;
import dev.meetbot.spi.payment.RefusedNoticeException;
import dev.meetbot.spi.storage.LedgerStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tenants have left, and how more comes in. Thread-safe. */
public final class Credit {
  private final BillingSettings settings;
  private final LedgerStore ledger;
  private final TenantCredit credit;
  private final TopUps topUps;
  private final @Nullable PaymentNotices payments;

  Credit(
      BillingSettings settings,
      LedgerStore ledger,
      TenantCredit credit,
      TopUps topUps,
      @Nullable PaymentNotices payments) {
    this.settings = settings;
    this.ledger = ledger;
    this.credit = credit;
    this.topUps = topUps;
    this.payments = payments;
  }

  /**
   * A tenant's credit.
   *
   * @param afterId only entries older than this one: the cursor; null from the newest
   * @param limit page size, at least 1
   */
  public CreditStatement statement(TenantId tenant, @Nullable String afterId, int limit) {
    long balance = credit.balanceMicros(tenant);
    List<LedgerEntry> found = ledger.list(tenant, afterId, limit + 1);
    boolean more = found.size() > limit;
    return new CreditStatement(
        settings.enabled(),
        balance,
        settings.pricePerHourMicros(),
        more ? found.subList(0, limit) : found,
        more);
  }

  /**
   * Refuses when the tenant's credit is used up.
   *
   * @throws RefusedException {@code QUOTA_EXCEEDED} then
   */
  void require(TenantId tenant) {
    credit
        .refusal(tenant)
        .ifPresent(
            why -> {
              throw new RefusedException(RefusedException.Reason.QUOTA_EXCEEDED, why);
            });
  }

  /** Whether a payment service is set up. */
  public boolean takesPayments() {
    return payments != null;
  }

  /**
   * Takes what the payment service posted, and adds to the credit of who paid. A repeat is fine and
   * adds nothing.
   *
   * @param body exactly as it was received
   * @return whether credit was added
   * @throws RefusedNoticeException when it is not certain that the service wrote it
   * @throws IllegalStateException when no payment service is set up
   */
  public boolean paymentNotice(byte[] body, String signature) throws RefusedNoticeException {
    if (payments == null) {
      throw new IllegalStateException("no payment service is set up");
    }
    return topUps.apply(payments.service(), payments.read(body, signature));
  }
}
