package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.internal.calendar.KnownEvent.Age;
import dev.meetbot.model.JobId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one UID: the event or series itself, instances that differ from it, and the
 * jobs that were made of them. Immutable.
 *
 * @param master null when only instances were ever told of
 * @param overrides by the instance's regular start
 * @param jobs by the instance's key, see {@link Occurrence#key}
 */
record Series(
    String uid,
    @Nullable KnownEvent master,
    Map<Instant, KnownEvent> overrides,
    Map<String, PlannedJob> jobs) {
  private static final int MAX_OVERRIDES = 200;

  Series {
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    jobs = Collections.unmodifiableMap(new TreeMap<>(jobs));
  }

  /**
   * A job that the calendar made.
   *
   * @param generation counts the jobs of the instance, from 0
   * @param released whether the calendar took it back
   */
  record PlannedJob(JobId job, int generation, Instant start, Instant end, boolean released) {}

  /** What became of an event that was told. */
  record Told(Series series, Age age) {}

  static Series unknown(String uid) {
    return new Series(uid, null, Map.of(), Map.of());
  }

  boolean isUnknown() {
    return master == null && overrides.isEmpty();
  }

  Series withJobs(Map<String, PlannedJob> other) {
    return new Series(uid, master, overrides, other);
  }

  /** Takes note of an event; an older version, or the same again, changes nothing. */
  Told told(@Nullable Instant recurrenceId, KnownEvent event) {
    KnownEvent before = recurrenceId == null ? master : overrides.get(recurrenceId);
    if (recurrenceId != null && endedBefore(event)) {
      return new Told(this, Age.OLDER);
    }
    Age age = before == null ? Age.NEWER : event.against(before);
    if (age != Age.NEWER) {
      return new Told(this, age);
    }
    return new Told(recurrenceId == null ? asMaster(event) : with(recurrenceId, event), age);
  }

  /** The end of the whole series ends all versions of its instances that were made before it. */
  private boolean endedBefore(KnownEvent instance) {
    return master != null && master.cancelled() && instance.against(master) == Age.OLDER;
  }

  /** A series that moves, or ends, takes its instances along. */
  private Series asMaster(KnownEvent event) {
    boolean kept = !event.cancelled() && (master == null || event.sameTimes(master));
    KnownEvent full =
        event.start() == null && event.cancelled() && master != null
            ? cancelled(master, event)
            : event;
    return new Series(uid, full, kept ? overrides : Map.of(), jobs);
  }

  private Series with(Instant recurrenceId, KnownEvent event) {
    TreeMap<Instant, KnownEvent> more = new TreeMap<>(overrides);
    more.put(recurrenceId, event);
    while (more.size() > MAX_OVERRIDES) {
      more.pollFirstEntry();
    }
    return new Series(uid, master, more, jobs);
  }

  /** A cancellation may leave out everything but the UID. */
  private static KnownEvent cancelled(KnownEvent known, KnownEvent by) {
    return new KnownEvent(
        by.sequence(),
        by.stamp(),
        true,
        known.summary(),
        known.organizer(),
        known.start(),
        known.duration(),
        known.schedule(),
        known.url(),
        known.obstacle(),
        known.platform());
  }
}
