package dev.meetbot.jaxrs.dto;

import java.math.BigDecimal;

/** Money as decimal text. */
public final class Amounts {
  private Amounts() {}

  /** Millionths of a dollar as dollars, exact, with two decimals at least: {@code -0.005}. */
  public static String write(long micros) {
    BigDecimal dollars = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return (dollars.scale() < 2 ? dollars.setScale(2) : dollars).toPlainString();
  }
}
