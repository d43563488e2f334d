package dev.meetbot.engine;

/**
 * What recording costs.
 *
 * @param enabled whether anything is charged at all
 * @param pricePerHourMicros of a recorded hour, in millionths of a US dollar
 * @param freeCreditMicros what a new tenant gets, in millionths of a US dollar
 */
public record BillingSettings(boolean enabled, long pricePerHourMicros, long freeCreditMicros) {
  /** The published prices, not charged: a server of one's own costs nothing. */
  public static final BillingSettings OFF = new BillingSettings(false, 300_000, 5_000_000);

  public BillingSettings {
    if (pricePerHourMicros < 0 || freeCreditMicros < 0) {
      throw new IllegalArgumentException("prices and free credit are not negative");
    }
  }
}
