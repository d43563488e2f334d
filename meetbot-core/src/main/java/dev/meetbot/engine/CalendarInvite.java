package dev.meetbot.engine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A calendar invite that came as JSON, as it was sent: {@link CalendarIntake} checks it.
 *
 * @param method {@code REQUEST} or {@code CANCEL}; null means the former
 * @param start date and time, with an offset or on the wall clock of {@code timezone}
 * @param timezone an IANA or a Windows name; null means UTC
 * @param rrule the value of an RRULE (RFC 5545, 3.3.10)
 * @param recurrenceId the regular start of the instance that is meant; null for the whole
 */
public record CalendarInvite(
    @Nullable String uid,
    int sequence,
    @Nullable String method,
    @Nullable String organizer,
    List<String> attendees,
    @Nullable String summary,
    @Nullable String start,
    @Nullable String end,
    @Nullable String timezone,
    @Nullable String location,
    @Nullable String description,
    @Nullable String conferenceUrl,
    @Nullable String rrule,
    @Nullable String recurrenceId) {

  /** An invite with nothing but what {@code edit} sets. */
  public static CalendarInvite of(Consumer<Draft> edit) {
    Draft d = new Draft();
    edit.accept(d);
    return new CalendarInvite(
        d.uid,
        d.sequence,
        d.method,
        d.organizer,
        List.copyOf(d.attendees),
        d.summary,
        d.start,
        d.end,
        d.timezone,
        d.location,
        d.description,
        d.conferenceUrl,
        d.rrule,
        d.recurrenceId);
  }

  /** The fields of an invite in the making; not thread-safe, lives only inside {@link #of}. */
  public static final class Draft {
    public @Nullable String uid;
    public int sequence;
    public @Nullable String method;
    public @Nullable String organizer;
    public List<String> attendees = List.of();
    public @Nullable String summary;
    public @Nullable String start;
    public @Nullable String end;
    public @Nullable String timezone;
    public @Nullable String location;
    public @Nullable String description;
    public @Nullable String conferenceUrl;
    public @Nullable String rrule;
    public @Nullable String recurrenceId;

    private Draft() {}
  }
}
