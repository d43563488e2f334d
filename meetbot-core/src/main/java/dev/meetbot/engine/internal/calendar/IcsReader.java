package dev.meetbot.engine.internal.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Reads {@code text/calendar} (RFC 5545, 5546) with a library that forgives much. Thread-safe. */
public final class IcsReader {
  private static final int MAX_EVENTS = 500;

  private final InviteZones zones = new InviteZones();
  private final ZoneId floating;

  /**
   * @param floating the zone of times for which nobody names one
   */
  public IcsReader(ZoneId floating) {
    this.floating = floating;
  }

  InviteZones zones() {
    return zones;
  }

  ZoneId floating() {
    return floating;
  }

  /**
   * The events in there, a series before its instances; events without a UID are left out.
   *
   * @param declared the character set that the sender named; null when it named none
   * @throws InvalidJobException when that is no calendar at all
   */
  public Invite read(byte[] bytes, @Nullable Charset declared) {
    String text = IcsText.of(bytes, declared);
    List<InviteEvent> events = new ArrayList<>();
    String method = null;
    int calendars = 0;
    try (ICalReader reader = new ICalReader(text)) {
      reader.setDefaultTimezone(TimeZone.getTimeZone("UTC"));
      ICalendar calendar = reader.readNext();
      while (calendar != null && events.size() < MAX_EVENTS) {
        calendars++;
        method = method == null ? method(calendar) : method;
        read(calendar, method(calendar), events);
        calendar = reader.readNext();
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      // the library throws the last one for months and days that do not exist
      throw invalid("the calendar cannot be read: " + e.getMessage());
    }
    if (calendars == 0) {
      throw invalid("the body holds no VCALENDAR");
    }
    events.sort(Comparator.comparing(event -> event.recurrenceId() != null));
    return new Invite(method == null ? "REQUEST" : method, events);
  }

  private static InvalidJobException invalid(String message) {
    return new InvalidJobException(List.of(new Issue(List.of(), "invalid_calendar", message)));
  }

  private static String method(ICalendar calendar) {
    boolean given = calendar.getMethod() != null && calendar.getMethod().getValue() != null;
    return given ? calendar.getMethod().getValue().strip().toUpperCase(Locale.ROOT) : "REQUEST";
  }

  private void read(ICalendar calendar, String method, List<InviteEvent> into) {
    IcsTimes times = new IcsTimes(calendar, zones, floating);
    for (VEvent event : calendar.getEvents()) {
      boolean identified = event.getUid() != null && event.getUid().getValue() != null;
      if (identified && !event.getUid().getValue().isBlank() && into.size() < MAX_EVENTS) {
        into.add(new IcsEvent(event, times).read(method.equals("CANCEL")));
      }
    }
  }
}
