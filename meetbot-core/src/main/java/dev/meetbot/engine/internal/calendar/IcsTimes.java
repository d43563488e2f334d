package dev.meetbot.engine.internal.calendar;

import biweekly.ICalendar;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.util.ICalDate;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The times in one calendar: what is written there, with the zone that it means. */
final class IcsTimes {
  private final ICalendar calendar;
  private final InviteZones zones;
  private final ZoneId floating;

  /**
   * @param usual for times without any zone, when the calendar names none for them
   */
  IcsTimes(ICalendar calendar, InviteZones zones, ZoneId usual) {
    this.calendar = calendar;
    this.zones = zones;
    RawProperty named = calendar.getExperimentalProperty("X-WR-TIMEZONE");
    floating = named == null ? usual : zones.named(named.getValue()).orElse(usual);
  }

  /** The time; empty for a day, and for a date that does not exist. */
  Optional<Start> start(@Nullable DateOrDateTimeProperty property) {
    if (property == null || property.getValue() == null || !property.getValue().hasTime()) {
      return Optional.empty();
    }
    return start(property, property.getValue());
  }

  /** One of the dates in a property, with the zone of the property. */
  Optional<Start> start(ICalProperty property, ICalDate date) {
    if (date.getRawComponents() == null) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          WallTimes.of(date.getRawComponents(), date.hasTime(), LocalTime.MIDNIGHT);
      if (local.getYear() < 1970 || local.getYear() > 9000) {
        return Optional.empty();
      }
      boolean utc = date.getRawComponents().isUtc();
      return Optional.of(
          new Start(local, utc ? ZoneOffset.UTC : zone(property, local.toLocalDate())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A moment; a date without a zone is taken in UTC. */
  static @Nullable Instant instant(java.util.@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private ZoneId zone(ICalProperty property, LocalDate day) {
    String parameter = property.getParameter("TZID");
    TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(property);
    String name = parameter == null ? name(assigned) : parameter;
    if (name == null) {
      return floating;
    }
    Optional<ZoneId> known = zones.named(name);
    if (known.isPresent()) {
      return known.get();
    }
    if (assigned != null && assigned.getComponent() != null) {
      TimeZone definition = assigned.getTimeZone();
      return zones.like(definition, day);
    }
    return InviteZones.offset(name).orElse(floating);
  }

  private static @Nullable String name(@Nullable TimezoneAssignment assigned) {
    if (assigned == null) {
      return null;
    }
    if (assigned.getComponent() != null && assigned.getComponent().getTimezoneId() != null) {
      return assigned.getComponent().getTimezoneId().getValue();
    }
    return assigned.getGlobalId();
  }
}
