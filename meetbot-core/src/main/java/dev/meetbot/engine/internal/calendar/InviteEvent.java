package dev.meetbot.engine.internal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of an invite, as its sender meant it: a meeting, a series, or one instance of a series.
 *
 * @param recurrenceId the instance's regular start; null for the event or series itself
 * @param stamp when this version was made; null when the sender does not say
 * @param start null when there is none, or none that is a time of day
 * @param schedule how it repeats
 * @param texts where the meeting's link may be, the most trusted first
 */
public record InviteEvent(
    String uid,
    @Nullable Instant recurrenceId,
    int sequence,
    @Nullable Instant stamp,
    boolean cancelled,
    String summary,
    String organizer,
    @Nullable Start start,
    boolean allDay,
    Duration duration,
    Schedule schedule,
    List<String> texts) {
  public InviteEvent {
    texts = List.copyOf(texts);
  }

  /** A time on somebody's wall. */
  public record Start(LocalDateTime local, ZoneId zone) {
    Instant instant() {
      return local.atZone(zone).toInstant();
    }
  }

  /**
   * How an event repeats; nothing in it for one that does not.
   *
   * @param rule an RRULE's value (RFC 5545, 3.3.10); null when there is none
   * @param also further starts
   * @param except starts that do not take place
   * @param exceptDays days on which none takes place, in the event's zone
   */
  public record Schedule(
      @Nullable String rule, List<Instant> also, List<Instant> except, List<LocalDate> exceptDays) {
    /** Does not repeat. */
    static final Schedule ONCE = new Schedule(null, List.of(), List.of(), List.of());

    public Schedule {
      also = List.copyOf(also);
      except = List.copyOf(except);
      exceptDays = List.copyOf(exceptDays);
    }

    boolean repeats() {
      return rule != null || !also.isEmpty();
    }
  }
}
