package dev.meetbot.engine.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.meetbot.engine.InvalidJobException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invites that want to keep the reader busy. */
final class HostileCalendarTest {
  private static final String LINK = "https://meet.google.com/abc-defg-hij";
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static String event(String lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:h\r\nURL:"
        + LINK
        + "\r\nDTSTART:19700102T090000Z\r\n"
        + lines
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "RRULE:FREQ=DAILY;COUNT=2147483647;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
        "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=1;BYDAY=MO",
        "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366",
        "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RRULE:FREQ=DAILY;INTERVAL=-1",
        "RRULE:FREQ=DAILY;UNTIL=20261399",
        "RRULE:FREQ=WEEKLY;BYDAY=",
        "RRULE:FREQ=WEEKLY;WKST=XX;X-Y=1",
      })
  void rulesEndInTime(String rule) {
    assertTimeoutPreemptively(BOUND, () -> new CalendarFixture().receive(event(rule)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a-", "https://", "<", "&amp;", "zoom.us/", "(", "https://a.b/(", "%", "x"})
  void longTextsEndInTime(String piece) {
    String text = event("DESCRIPTION:" + piece.repeat(900_000 / piece.length()));
    assertTimeoutPreemptively(BOUND, () -> new CalendarFixture().receive(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BEGIN:VEVENT\r\n", "BEGIN:VCALENDAR\r\n", "END:VEVENT\r\n", "=\r\n", ";=3D\r\n"})
  void manyLinesEndInTime(String line) {
    String text = event(line.repeat(900_000 / line.length()));
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          try {
            new CalendarFixture().receive(text);
          } catch (InvalidJobException e) {
            assertThat(e.issues()).hasSize(1);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "RRULE:FREQ=DAILY"
      })
  void definitionsOfZonesEndInTime(String rule) {
    String zone =
        "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n"
            + "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
            + (rule + "\r\n").repeat(50)
            + "END:STANDARD\r\nEND:VTIMEZONE\r\n";
    String text =
        event("DTEND;TZID=Mine:20260505T100000\r\nDTSTART;TZID=Mine:20260505T090000")
            .replace("DTSTART:19700102T090000Z\r\n", "")
            .replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT");
    assertTimeoutPreemptively(BOUND, () -> new CalendarFixture().receive(text));
  }
}
