package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.CalendarInvite;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.internal.calendar.InviteEvent.Schedule;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invite of fields to the same events that a calendar gives; collects what is wrong. */
public final class InviteJson {
  private static final int MAX_UID = 1000;
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

  private final CalendarInvite invite;
  private final List<Issue> issues = new ArrayList<>();
  private final ZoneId zone;
  private final boolean cancel;

  private InviteJson(CalendarInvite invite, IcsReader reader) {
    this.invite = invite;
    this.zone = zone(reader);
    this.cancel = method().equals("CANCEL");
  }

  /**
   * The invite with one event in it.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  public static Invite read(CalendarInvite invite, IcsReader reader) {
    InviteJson json = new InviteJson(invite, reader);
    InviteEvent event = json.event();
    if (!json.issues.isEmpty()) {
      throw new InvalidJobException(json.issues);
    }
    return new Invite(json.method(), List.of(event));
  }

  private InviteEvent event() {
    String uid = invite.uid() == null ? "" : invite.uid().strip();
    if (uid.isEmpty() || uid.length() > MAX_UID) {
      issue("uid", "invalid_length", "uid must have 1 to 1000 characters");
    }
    if (invite.sequence() < 0) {
      issue("sequence", "out_of_range", "sequence must not be negative");
    }
    if (!List.of("REQUEST", "CANCEL").contains(method())) {
      issue("method", "invalid_value", "method must be REQUEST or CANCEL");
    }
    boolean day = isDay(invite.start());
    Start start = day ? null : time("start", invite.start());
    if (invite.start() == null && !cancel) {
      issue("start", "required", "start is required");
    }
    Start recurrence = time("recurrenceId", invite.recurrenceId());
    return new InviteEvent(
        uid,
        recurrence == null ? null : recurrence.instant(),
        invite.sequence(),
        null,
        cancel,
        text(invite.summary()),
        text(invite.organizer()),
        start,
        day,
        duration(start, day),
        schedule(),
        texts());
  }

  private String method() {
    return invite.method() == null ? "REQUEST" : invite.method().strip().toUpperCase(Locale.ROOT);
  }

  private ZoneId zone(IcsReader reader) {
    if (invite.timezone() == null) {
      return reader.floating();
    }
    Optional<ZoneId> known =
        reader.zones().named(invite.timezone()).or(() -> InviteZones.offset(invite.timezone()));
    if (known.isEmpty()) {
      issue("timezone", "invalid_value", "timezone must be an IANA or a Windows name");
    }
    return known.orElse(ZoneOffset.UTC);
  }

  private Duration duration(@Nullable Start start, boolean day) {
    Start end = day || isDay(invite.end()) ? null : time("end", invite.end());
    if (start == null || end == null) {
      return IcsEvent.USUAL;
    }
    Duration found = Duration.between(start.instant(), end.instant());
    if (found.isNegative()) {
      issue("end", "out_of_range", "end must not be before start");
    }
    return found.isNegative() || found.isZero()
        ? IcsEvent.USUAL
        : Duration.ofSeconds(Math.min(found.toSeconds(), IcsEvent.LONGEST.toSeconds()));
  }

  private Schedule schedule() {
    if (invite.rrule() == null || invite.rrule().isBlank()) {
      return Schedule.ONCE;
    }
    if (RecurrenceText.parse(invite.rrule()).isEmpty()) {
      issue("rrule", "invalid_value", "rrule must be a recurrence rule, such as FREQ=WEEKLY");
    }
    String rule = invite.rrule().strip().replaceFirst("(?i)^RRULE:", "");
    return new Schedule(rule, List.of(), List.of(), List.of());
  }

  private List<String> texts() {
    return Stream.of(invite.conferenceUrl(), invite.location(), invite.description())
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static boolean isDay(@Nullable String text) {
    try {
      return text != null && LocalDate.parse(text.strip()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private @Nullable Start time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Start start = parsed(text.strip());
    if (start == null || start.local().getYear() < 1970 || start.local().getYear() > 9000) {
      issue(
          field, "invalid_value", field + " must be a date and time, such as 2026-05-15T14:00:00");
      return null;
    }
    return start;
  }

  /** With an offset the moment is sure, and {@code timezone} tells how a series goes on. */
  private @Nullable Start parsed(String text) {
    for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, BASIC)) {
      try {
        Instant at = OffsetDateTime.parse(text, format).toInstant();
        return new Start(LocalDateTime.ofInstant(at, zone), zone);
      } catch (DateTimeException e) {
        // the next form
      }
    }
    try {
      return new Start(LocalDateTime.parse(text), zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void issue(String field, String code, String message) {
    issues.add(new Issue(List.of(field), code, message));
  }
}
