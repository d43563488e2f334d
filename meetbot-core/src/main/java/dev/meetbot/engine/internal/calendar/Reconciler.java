package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.IntakeResult.Action;
import dev.meetbot.engine.IntakeResult.Item;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.internal.calendar.CalendarJobs.Standing;
import dev.meetbot.engine.internal.calendar.Series.PlannedJob;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings the jobs of one series in step with its meetings. Doing it twice, or twice at the same
 * time, makes no second job: external ids follow from the series.
 */
final class Reconciler {
  /** How long ended instances are remembered, so that a late version finds their jobs. */
  private static final Duration MEMORY = Duration.ofDays(2);

  private final CalendarJobs jobs;
  private final JobOrder order;
  private final TenantId tenant;
  private final Series series;
  private final Instant now;
  private final Map<String, PlannedJob> planned;
  private final Map<String, Item> items = new TreeMap<>();

  Reconciler(CalendarJobs jobs, JobOrder order, TenantId tenant, Series series, Instant now) {
    this.jobs = jobs;
    this.order = order;
    this.tenant = tenant;
    this.series = series;
    this.now = now;
    this.planned = new TreeMap<>(series.jobs());
  }

  /** What was done, by instance; instances that stayed as they were are not in there. */
  Map<String, Item> items() {
    return items;
  }

  /** Does it; returns the jobs as they are then. */
  Map<String, PlannedJob> run(Duration window) {
    Map<String, Occurrence> wanted = Occurrence.of(series, now, window);
    wanted.values().forEach(this::want);
    for (Map.Entry<String, PlannedJob> entry : series.jobs().entrySet()) {
      boolean over = !entry.getValue().end().isAfter(now);
      if (!wanted.containsKey(entry.getKey()) && !entry.getValue().released() && !over) {
        release(entry.getKey(), entry.getValue());
      }
    }
    planned.values().removeIf(job -> job.end().plus(MEMORY).isBefore(now));
    return planned;
  }

  private void want(Occurrence meeting) {
    PlannedJob known = planned.get(meeting.key());
    if (known == null) {
      if (meeting.planned()) {
        create(meeting, 0);
      }
      return;
    }
    switch (jobs.standing(known, now)) {
      case WAITING -> move(meeting, known);
      case RUNNING -> {
        if (!meeting.start().equals(known.start())) {
          ignored(meeting.key(), known.job(), Reason.ALREADY_RUNNING);
        }
      }
      case ENDED -> {
        boolean again = known.released() || meeting.start().isAfter(known.end());
        if (again && meeting.planned()) {
          create(meeting, known.generation() + 1);
        } else if (!meeting.start().equals(known.start())) {
          ignored(meeting.key(), known.job(), Reason.JOB_ENDED);
        }
      }
      case CALLED_OFF -> ignored(meeting.key(), known.job(), Reason.JOB_ENDED);
    }
  }

  private void create(Occurrence meeting, int generation) {
    try {
      JobId job = jobs.create(tenant, order.request(series, meeting, generation));
      planned.put(
          meeting.key(), new PlannedJob(job, generation, meeting.start(), meeting.end(), false));
      item(meeting.key(), job, Action.CREATED, null);
    } catch (InvalidJobException e) {
      ignored(meeting.key(), null, Reason.NOT_JOINABLE);
    }
  }

  private void move(Occurrence meeting, PlannedJob known) {
    String metadata = order.metadata(series, meeting);
    String platform = order.platform(meeting);
    if (jobs.same(known.job(), meeting, metadata)) {
      planned.put(meeting.key(), at(known, meeting)); // another pass may have moved it
      return;
    }
    if (platform != null && jobs.move(known.job(), meeting, platform, metadata)) {
      planned.put(meeting.key(), at(known, meeting));
      item(meeting.key(), known.job(), Action.UPDATED, null);
    } else {
      ignored(meeting.key(), known.job(), Reason.ALREADY_RUNNING);
    }
  }

  private static PlannedJob at(PlannedJob known, Occurrence meeting) {
    return new PlannedJob(known.job(), known.generation(), meeting.start(), meeting.end(), false);
  }

  private void release(String key, PlannedJob known) {
    if (jobs.cancel(known.job())) {
      planned.put(
          key, new PlannedJob(known.job(), known.generation(), known.start(), known.end(), true));
      item(key, known.job(), Action.CANCELLED, null);
      return;
    }
    boolean ended = jobs.standing(known, now) != Standing.RUNNING;
    ignored(key, known.job(), ended ? Reason.JOB_ENDED : Reason.ALREADY_RUNNING);
  }

  private void ignored(String key, @Nullable JobId job, Reason reason) {
    item(key, job, Action.IGNORED, reason.wireName());
  }

  private void item(String key, @Nullable JobId job, Action action, @Nullable String reason) {
    items.put(key, new Item(job, action, key, reason));
  }
}
