package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.IntakeResult;
import dev.meetbot.engine.IntakeResult.Action;
import dev.meetbot.engine.IntakeResult.Item;
import dev.meetbot.engine.internal.calendar.KnownEvent.Age;
import dev.meetbot.engine.internal.calendar.Series.PlannedJob;
import dev.meetbot.model.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is to be told about the events of one UID. */
final class IntakeAnswer {
  private final List<InviteEvent> events = new ArrayList<>();
  private final List<Age> ages = new ArrayList<>();
  private Series series = Series.unknown("");
  private boolean knownBefore;
  private List<Item> items = List.of();

  void add(InviteEvent event) {
    events.add(event);
  }

  List<InviteEvent> events() {
    return events;
  }

  List<Age> ages() {
    return ages;
  }

  void restart(Series before) {
    ages.clear();
    series = before;
    knownBefore = !before.isUnknown();
  }

  void told(InviteEvent event, Age age) {
    ages.add(age);
  }

  void done(Map<String, Item> done) {
    items = List.copyOf(done.values());
  }

  void series(Series after) {
    series = after;
  }

  /** One answer for all of them; the reason is the first event's when nothing was done. */
  static IntakeResult of(List<IntakeAnswer> answers, Instant now, Duration window) {
    if (answers.isEmpty()) {
      return IntakeResult.ignored(null, Reason.NO_EVENT.wireName());
    }
    List<Item> all = new ArrayList<>();
    answers.forEach(answer -> all.addAll(answer.items));
    all.sort(Comparator.comparing(item -> item.action() == Action.IGNORED));
    if (all.isEmpty()) {
      return answers.get(0).nothing(now, window);
    }
    Item first = all.get(0);
    boolean single = all.size() == 1 && first.recurrenceId().isEmpty();
    return new IntakeResult(
        first.jobId(), first.action(), first.reason(), null, single ? List.of() : all);
  }

  private IntakeResult nothing(Instant now, Duration window) {
    InviteEvent event = events.get(0);
    KnownEvent known = known(event);
    Reason reason = reason(event, known, now, window);
    String platform =
        reason == Reason.PLATFORM_NOT_SUPPORTED && known != null ? known.platform() : null;
    return new IntakeResult(job(event), Action.IGNORED, reason.wireName(), platform, List.of());
  }

  private @Nullable KnownEvent known(InviteEvent event) {
    return event.recurrenceId() == null
        ? series.master()
        : series.overrides().get(event.recurrenceId());
  }

  private Reason reason(
      InviteEvent event, @Nullable KnownEvent known, Instant now, Duration window) {
    if (ages.get(0) != Age.NEWER) {
      return ages.get(0) == Age.OLDER ? Reason.OLDER_SEQUENCE : Reason.DUPLICATE;
    }
    if (event.cancelled()) {
      return knownBefore ? Reason.CANCELLED : Reason.NOT_KNOWN;
    }
    if (known != null && known.obstacle() != null) {
      return known.obstacle();
    }
    if (job(event) != null) {
      return Reason.DUPLICATE; // a newer version of which nothing concerns the job
    }
    return later(known, now) ? Reason.OUTSIDE_WINDOW : Reason.PAST;
  }

  /** Whether any of its meetings is still to come. */
  private boolean later(@Nullable KnownEvent known, Instant now) {
    return !Occurrence.of(series, now, Duration.ofDays(3660)).isEmpty();
  }

  private @Nullable JobId job(InviteEvent event) {
    String key = event.recurrenceId() == null ? "" : Occurrence.key(event.recurrenceId());
    PlannedJob planned = series.jobs().get(key);
    if (planned == null && event.recurrenceId() == null && !series.jobs().isEmpty()) {
      planned = series.jobs().values().iterator().next();
    }
    return planned == null ? null : planned.job();
  }
}
