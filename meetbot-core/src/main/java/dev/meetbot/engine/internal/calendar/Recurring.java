package dev.meetbot.engine.internal.calendar;

import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.meetbot.engine.internal.calendar.InviteEvent.Schedule;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;

/**
 * The starts of a series. The library counts on the wall clock, the JDK makes instants of it, so
 * that a meeting at nine stays at nine over a change of the clock. Pure.
 */
final class Recurring {
  private static final Logger LOG = System.getLogger(Recurring.class.getName());
  private static final TimeZone WALL = TimeZone.getTimeZone("UTC");
  private static final int MAX_STEPS = 100_000;

  private Recurring() {}

  /** Whether the starts can be told; a rule may be unreadable, or no meeting's. */
  static boolean supported(Schedule schedule) {
    return schedule.rule() == null
        || RecurrenceText.parse(schedule.rule()).filter(RecurrenceText::plausible).isPresent();
  }

  /**
   * The starts from {@code from} on and before {@code to}, in order.
   *
   * @param limit how many at most
   */
  static TreeSet<Instant> starts(
      Start first, Schedule schedule, Instant from, Instant to, int limit) {
    TreeSet<Instant> starts = new TreeSet<>();
    starts.add(first.instant());
    starts.addAll(schedule.also());
    if (schedule.rule() != null) {
      RecurrenceText.parse(schedule.rule())
          .filter(RecurrenceText::plausible)
          .ifPresent(rule -> guarded(rule, first, from, to, limit, starts));
    }
    starts.removeAll(schedule.except());
    starts.removeIf(at -> at.isBefore(from) || !at.isBefore(to) || excluded(at, first, schedule));
    while (starts.size() > limit) {
      starts.pollLast();
    }
    return starts;
  }

  private static boolean excluded(Instant at, Start first, Schedule schedule) {
    return schedule.exceptDays().contains(at.atZone(first.zone()).toLocalDate());
  }

  /** What the library cannot count goes no further; the first start stays. */
  private static void guarded(
      Recurrence rule, Start first, Instant from, Instant to, int limit, TreeSet<Instant> into) {
    try {
      collect(rule, first, from, to, limit, into);
    } catch (RuntimeException | AssertionError e) {
      LOG.log(Level.DEBUG, "the library cannot count a recurrence", e);
    }
  }

  private static void collect(
      Recurrence rule, Start first, Instant from, Instant to, int limit, TreeSet<Instant> into) {
    Optional<Instant> until = until(rule, first);
    Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
    DateIterator dates = endless.getDateIterator(wall(first.local()), WALL);
    // the wall clock is up to 14 hours away from UTC
    dates.advanceTo(Date.from(from.minusSeconds(86_400)));
    int found = 0;
    for (int step = 0; step < MAX_STEPS && found <= limit && dates.hasNext(); step++) {
      LocalDateTime local = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
      Instant at = local.atZone(first.zone()).toInstant();
      if (!at.isBefore(to) || until.filter(at::isAfter).isPresent()) {
        return;
      }
      if (!at.isBefore(from)) {
        into.add(at);
        found++;
      }
    }
  }

  private static ICalDate wall(LocalDateTime local) {
    return new ICalDate(Date.from(local.toInstant(ZoneOffset.UTC)), true);
  }

  /** UNTIL is inclusive; a day alone means its end, a time without a zone is the event's. */
  private static Optional<Instant> until(Recurrence rule, Start first) {
    ICalDate until = rule.getUntil();
    if (until == null || until.getRawComponents() == null) {
      return Optional.empty();
    }
    DateTimeComponents raw = until.getRawComponents();
    try {
      LocalDateTime local = WallTimes.of(raw, until.hasTime(), LocalTime.of(23, 59, 59));
      return Optional.of(
          raw.isUtc() ? local.toInstant(ZoneOffset.UTC) : local.atZone(first.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.of(Instant.MIN); // an end that does not exist: nothing after it
    }
  }
}
