package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.IntakeResult;
import dev.meetbot.engine.IntakeResult.Item;
import dev.meetbot.engine.internal.calendar.KnownEvent.Age;
import dev.meetbot.engine.internal.calendar.Series.PlannedJob;
import dev.meetbot.engine.internal.calendar.Series.Told;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StoredRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every invite and keeps the jobs in step. First what was told is stored, by
 * compare-and-set, then the jobs follow from what is stored: whoever is interrupted in between, or
 * races with another, is made good by the next pass.
 */
public final class CalendarDesk {
  private static final Logger LOG = System.getLogger(CalendarDesk.class.getName());
  private static final String KIND = "calendar";
  private static final int TRIES = 20;
  private static final int PAGE = 100;
  private static final Duration KEPT = Duration.ofDays(30);

  private final RecordStore records;
  private final CalendarJobs jobs;
  private final MeetingLinks links;
  private final JobOrder order;
  private final Duration window;
  private final InstantSource clock;

  /**
   * @param window how far ahead the instances of a series get their jobs
   */
  public CalendarDesk(
      RecordStore records,
      CalendarJobs jobs,
      List<MeetingPlatform> platforms,
      Duration window,
      InstantSource clock) {
    this.records = records;
    this.jobs = jobs;
    this.links = new MeetingLinks(platforms);
    this.order = new JobOrder(List.copyOf(platforms));
    this.window = window;
    this.clock = clock;
  }

  /** Takes note of the invite and does what follows from it. */
  public IntakeResult receive(TenantId tenant, Invite invite) {
    if (!invite.fromOrganizer()) {
      return IntakeResult.ignored(null, Reason.METHOD_NOT_SUPPORTED.wireName());
    }
    Map<String, IntakeAnswer> answers = new LinkedHashMap<>();
    for (InviteEvent event : invite.events()) {
      answers.computeIfAbsent(event.uid(), uid -> new IntakeAnswer()).add(event);
    }
    answers.forEach((uid, answer) -> receive(tenant, uid, answer));
    return IntakeAnswer.of(List.copyOf(answers.values()), clock.instant(), window);
  }

  private void receive(TenantId tenant, String uid, IntakeAnswer answer) {
    String key = tenant + "/" + JobOrder.hash(uid);
    note(tenant, key, uid, answer);
    answer.done(follow(tenant, key));
    records
        .find(KIND, key, clock.instant())
        .ifPresent(record -> answer.series(SeriesJson.read(record.value())));
  }

  private void note(TenantId tenant, String key, String uid, IntakeAnswer answer) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<StoredRecord> stored = records.find(KIND, key, clock.instant());
      Series before =
          stored.map(record -> SeriesJson.read(record.value())).orElse(Series.unknown(uid));
      answer.restart(before);
      Series after = before;
      for (InviteEvent event : answer.events()) {
        Told told = after.told(event.recurrenceId(), KnownEvent.of(event, links));
        answer.told(event, told.age());
        after = told.series();
      }
      if (answer.ages().stream().noneMatch(Age.NEWER::equals)
          || store(tenant, key, stored.orElse(null), after)) {
        return;
      }
    }
    throw new StorageException("an invite could not be stored: too many at once of one UID");
  }

  private boolean store(TenantId tenant, String key, @Nullable StoredRecord before, Series series) {
    long version = before == null ? 1 : before.version() + 1;
    String value = SeriesJson.write(series);
    Instant now = clock.instant();
    StoredRecord record = new StoredRecord(KIND, key, version, tenant, value, expiry(series, now));
    return before == null ? records.insert(record, now) : records.replace(record, now);
  }

  /** What may still happen is kept; the rest for a while, so that late versions are known. */
  private static @Nullable Instant expiry(Series series, Instant now) {
    KnownEvent master = series.master();
    if (master != null && !master.cancelled() && master.schedule().rule() != null) {
      return null;
    }
    Instant last = now;
    List<KnownEvent> events = new java.util.ArrayList<>(series.overrides().values());
    if (master != null) {
      events.add(master);
      last = master.schedule().also().stream().reduce(last, CalendarDesk::later);
    }
    for (KnownEvent event : events) {
      last = event.start() == null ? last : later(last, event.start().instant());
    }
    return last.plus(KEPT);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Brings the jobs in step with what is stored; returns what was done, by instance. */
  private Map<String, Item> follow(TenantId tenant, String key) {
    Map<String, Item> done = new TreeMap<>();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Instant now = clock.instant();
      Optional<StoredRecord> stored = records.find(KIND, key, now);
      if (stored.isEmpty()) {
        return done;
      }
      Series series = SeriesJson.read(stored.get().value());
      Reconciler reconciler = new Reconciler(jobs, order, tenant, series, now);
      Map<String, PlannedJob> after = reconciler.run(window);
      reconciler.items().forEach(done::putIfAbsent);
      boolean settled = after.equals(series.jobs());
      if (settled || store(tenant, key, stored.get(), series.withJobs(after))) {
        return done;
      }
    }
    LOG.log(Level.WARNING, "the calendar of {0} changes too fast; the next pass goes on", key);
    return done;
  }

  /** Plans what has come into the window, for everybody; one that fails holds up nobody. */
  public void plan() {
    String after = null;
    List<StoredRecord> page;
    do {
      page = records.list(KIND, "", after, PAGE, clock.instant());
      for (StoredRecord record : page) {
        after = record.key();
        plan(record);
      }
    } while (page.size() == PAGE);
  }

  private void plan(StoredRecord record) {
    TenantId tenant = record.tenant();
    if (tenant == null) {
      return;
    }
    try {
      follow(tenant, record.key());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the calendar of " + record.key() + " could not be planned", e);
    }
  }
}
