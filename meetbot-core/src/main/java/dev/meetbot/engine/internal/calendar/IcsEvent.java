package dev.meetbot.engine.internal.calendar;

import biweekly.component.VEvent;
import biweekly.property.Conference;
import biweekly.property.DateEnd;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import dev.meetbot.engine.internal.calendar.InviteEvent.Schedule;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One VEVENT in our terms. */
final class IcsEvent {
  /** When neither an end nor a duration is given. */
  static final Duration USUAL = Duration.ofHours(1);

  static final Duration LONGEST = Duration.ofDays(7);

  private static final int MAX_UID = 1000;
  private static final int MAX_DATES = 1000;

  /** Properties that hold nothing but the meeting's link. */
  private static final List<String> CONFERENCES =
      List.of(
          "X-GOOGLE-CONFERENCE",
          "X-MICROSOFT-SKYPETEAMSMEETINGURL",
          "X-MICROSOFT-ONLINEMEETINGCONFLINK",
          "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
          "X-CONFERENCE",
          "X-GOOGLE-HANGOUT",
          "X-ZOOM-MEETING-URL",
          "X-JITSI-URL",
          "X-APPLE-CONFERENCE-URL");

  private final VEvent event;
  private final IcsTimes times;

  IcsEvent(VEvent event, IcsTimes times) {
    this.event = event;
    this.times = times;
  }

  InviteEvent read(boolean cancelMethod) {
    Start start = times.start(event.getDateStart()).orElse(null);
    boolean cancelled =
        cancelMethod || event.getStatus() != null && event.getStatus().isCancelled();
    return new InviteEvent(
        uid(),
        recurrenceId(),
        event.getSequence() == null || event.getSequence().getValue() == null
            ? 0
            : event.getSequence().getValue(),
        IcsTimes.instant(event.getDateTimeStamp() == null ? null : stamp()),
        cancelled,
        text(event.getSummary()),
        organizer(),
        start,
        allDay(start),
        start == null ? USUAL : duration(start),
        schedule(),
        texts());
  }

  /** What is too long to be kept is told apart by its hash. */
  private String uid() {
    String uid = event.getUid().getValue().strip();
    return uid.length() <= MAX_UID ? uid : "sha256:" + JobOrder.hash(uid);
  }

  private java.util.@Nullable Date stamp() {
    return event.getDateTimeStamp().getValue();
  }

  private @Nullable Instant recurrenceId() {
    var id = event.getRecurrenceId();
    if (id == null || id.getValue() == null) {
      return null;
    }
    return times.start(id, id.getValue()).map(Start::instant).orElse(null);
  }

  private String organizer() {
    var organizer = event.getOrganizer();
    if (organizer == null) {
      return "";
    }
    String address = organizer.getEmail() == null ? organizer.getUri() : organizer.getEmail();
    return address == null ? "" : address;
  }

  /** Outlook marks whole days that it sends as midnight to midnight. */
  private boolean allDay(@Nullable Start start) {
    boolean day =
        event.getDateStart() != null
            && event.getDateStart().getValue() != null
            && !event.getDateStart().getValue().hasTime();
    RawProperty mark = event.getExperimentalProperty("X-MICROSOFT-CDO-ALLDAYEVENT");
    boolean marked = mark != null && "TRUE".equalsIgnoreCase(mark.getValue());
    return day || marked && start != null && start.local().toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private Duration duration(Start start) {
    DateEnd end = event.getDateEnd();
    Duration found = USUAL;
    Optional<Start> until = times.start(end);
    if (until.isPresent()) {
      found = Duration.between(start.instant(), until.get().instant());
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      found = Duration.ofSeconds(event.getDuration().getValue().toMillis() / 1000);
    }
    boolean sane = !found.isNegative() && !found.isZero();
    return sane && found.compareTo(LONGEST) <= 0 ? found : sane ? LONGEST : USUAL;
  }

  private Schedule schedule() {
    boolean rule =
        event.getRecurrenceRule() != null && event.getRecurrenceRule().getValue() != null;
    List<Instant> also = new ArrayList<>();
    List<Instant> except = new ArrayList<>();
    List<LocalDate> exceptDays = new ArrayList<>();
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      dates.getDates().stream().filter(ICalDate::hasTime).forEach(date -> add(dates, date, also));
      dates.getPeriods().stream().map(Period::getStartDate).forEach(date -> add(dates, date, also));
    }
    for (ExceptionDates dates : event.getExceptionDates()) {
      for (ICalDate date : dates.getValues()) {
        if (date.hasTime()) {
          add(dates, date, except);
        } else if (exceptDays.size() < MAX_DATES) {
          times.start(dates, date).ifPresent(day -> exceptDays.add(day.local().toLocalDate()));
        }
      }
    }
    String text = rule ? RecurrenceText.of(event.getRecurrenceRule()) : unreadRule();
    return new Schedule(text, also, except, exceptDays);
  }

  /** A rule that the library could not read is still a rule: the event is no single meeting. */
  private @Nullable String unreadRule() {
    RawProperty raw = event.getExperimentalProperty("RRULE");
    return raw == null ? null : raw.getValue();
  }

  private void add(ICalProperty property, @Nullable ICalDate date, List<Instant> into) {
    if (date != null && into.size() < MAX_DATES) {
      times.start(property, date).map(Start::instant).ifPresent(into::add);
    }
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Conference conference : event.getConferences()) {
      texts.add(conference.getUri() == null ? conference.getText() : conference.getUri());
    }
    CONFERENCES.forEach(name -> experimental(name, texts));
    texts.add(text(event.getUrl()));
    texts.add(text(event.getLocation()));
    experimental("X-MICROSOFT-LOCATIONS", texts);
    texts.add(text(event.getDescription()));
    experimental("X-ALT-DESC", texts);
    event.getComments().forEach(comment -> texts.add(text(comment)));
    texts.removeIf(text -> text == null || text.isBlank());
    return texts;
  }

  private void experimental(String name, List<String> into) {
    event.getExperimentalProperties(name).forEach(property -> into.add(property.getValue()));
  }

  private static String text(@Nullable TextProperty property) {
    return property == null || property.getValue() == null ? "" : property.getValue();
  }
}
