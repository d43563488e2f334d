package dev.meetbot.engine.internal.calendar;

import biweekly.util.DateTimeComponents;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The library's dates as the JDK's. */
final class WallTimes {
  private WallTimes() {}

  /**
   * The date and time as written.
   *
   * @param dayOnly the time of day for a date without one
   * @throws DateTimeException when there is no such date or time, for example the 31st of June
   */
  static LocalDateTime of(DateTimeComponents raw, boolean hasTime, LocalTime dayOnly) {
    LocalDate day = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    if (!hasTime) {
      return day.atTime(dayOnly);
    }
    int second = Math.min(raw.getSecond(), 59); // a leap second is the last one here
    return day.atTime(raw.getHour(), raw.getMinute(), second);
  }
}
