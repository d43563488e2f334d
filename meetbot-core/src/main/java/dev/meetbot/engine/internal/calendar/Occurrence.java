package dev.meetbot.engine.internal.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One meeting that shall take place.
 *
 * @param key tells it from the other instances of its series: the regular start as in a calendar
 *     ({@code 20260515T120000Z}); empty for an event that is no series
 * @param planned whether it begins early enough to be planned now
 */
record Occurrence(
    String key, KnownEvent event, Instant start, Instant end, @Nullable URI url, boolean planned) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int MAX_INSTANCES = 200;

  /** Jobs cannot be asked for further ahead. */
  private static final Duration FURTHEST = Duration.ofDays(365);

  /** The key of the instance of that regular start. */
  static String key(Instant recurrenceId) {
    return BASIC.format(recurrenceId);
  }

  /** What shall take place and is not over, by key. Pure. */
  static Map<String, Occurrence> of(Series series, Instant now, Duration window) {
    TreeMap<String, Occurrence> all = new TreeMap<>();
    KnownEvent master = series.master();
    if (master != null && !master.cancelled() && master.obstacle() == null) {
      regular(series, master, now, now.plus(window), all);
    }
    series
        .overrides()
        .forEach(
            (id, event) -> {
              all.remove(key(id));
              boolean gone = event.cancelled() || event.start() == null;
              if (!gone && !(master != null && master.cancelled())) {
                override(series, id, event, now.plus(window)).put(all);
              }
            });
    all.values().removeIf(occurrence -> !occurrence.end.isAfter(now));
    return all;
  }

  private static void regular(
      Series series, KnownEvent master, Instant now, Instant to, TreeMap<String, Occurrence> all) {
    if (master.start() == null) {
      return;
    }
    if (!master.schedule().repeats()) {
      Instant start = master.start().instant();
      boolean planned = start.isBefore(now.plus(FURTHEST));
      new Occurrence("", master, start, start.plus(master.duration()), master.url(), planned)
          .put(all);
      return;
    }
    TreeSet<Instant> starts =
        Recurring.starts(
            master.start(), master.schedule(), now.minus(master.duration()), to, MAX_INSTANCES);
    for (Instant start : starts) {
      new Occurrence(key(start), master, start, start.plus(master.duration()), master.url(), true)
          .put(all);
    }
  }

  /** An instance of its own time; its text may leave out the link that the series has. */
  private static Occurrence override(Series series, Instant id, KnownEvent event, Instant to) {
    Instant start = java.util.Objects.requireNonNull(event.start()).instant();
    KnownEvent master = series.master();
    boolean elsewhere = event.obstacle() == Reason.PLATFORM_NOT_SUPPORTED;
    boolean inherits = event.url() == null && !elsewhere && master != null;
    URI url = inherits ? master.url() : event.url();
    return new Occurrence(
        key(id), event, start, start.plus(event.duration()), url, start.isBefore(to));
  }

  private void put(TreeMap<String, Occurrence> all) {
    if (url != null && event.obstacle() != Reason.ALL_DAY) {
      all.put(key, this);
    }
  }
}
