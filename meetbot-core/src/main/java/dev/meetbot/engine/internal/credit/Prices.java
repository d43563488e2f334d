package dev.meetbot.engine.internal.credit;

/**
 * What a started minute costs. Pure.
 *
 * @param perHourMicros in millionths of a US dollar
 */
public record Prices(long perHourMicros) {
  private static final long MINUTE = 60_000;

  /** How many minutes of a recording have started. */
  public static int minutes(long recordedMillis) {
    return Math.toIntExact((recordedMillis + MINUTE - 1) / MINUTE);
  }

  /**
   * The price of a recording's n-th minute, from 1: sixty of them cost an hour to the millionth.
   */
  public long ofMinute(int number) {
    return perHourMicros * number / 60 - perHourMicros * (number - 1) / 60;
  }
}
