package dev.meetbot.engine.internal.calendar;

import dev.meetbot.engine.internal.calendar.InviteEvent.Schedule;
import dev.meetbot.engine.internal.calendar.InviteEvent.Start;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an event: enough to plan its jobs, and to tell a newer version from an
 * older one.
 *
 * @param url the meeting; null when there is none that can be joined
 * @param obstacle why it gets no job; null when it does
 * @param platform the product that cannot be joined here; null when that is not the obstacle
 */
record KnownEvent(
    int sequence,
    @Nullable Instant stamp,
    boolean cancelled,
    String summary,
    String organizer,
    @Nullable Start start,
    Duration duration,
    Schedule schedule,
    @Nullable URI url,
    @Nullable Reason obstacle,
    @Nullable String platform) {
  private static final int MAX_TEXT = 300;
  private static final int MAX_URL = 2048;

  /** The event with its meeting found. */
  static KnownEvent of(InviteEvent event, MeetingLinks links) {
    MeetingLinks.Found found = links.find(event.texts());
    URI url = found.url() == null || found.url().toString().length() > MAX_URL ? null : found.url();
    Reason obstacle = obstacle(event, url, found);
    return new KnownEvent(
        event.sequence(),
        event.stamp(),
        event.cancelled(),
        cut(event.summary()),
        cut(event.organizer()),
        event.start(),
        event.duration(),
        event.schedule(),
        url,
        obstacle,
        obstacle == Reason.PLATFORM_NOT_SUPPORTED ? found.unsupported() : null);
  }

  private static @Nullable Reason obstacle(
      InviteEvent event, @Nullable URI url, MeetingLinks.Found found) {
    if (event.allDay()) {
      return Reason.ALL_DAY;
    }
    if (event.start() == null) {
      return Reason.NO_START;
    }
    if (!Recurring.supported(event.schedule())) {
      return Reason.UNSUPPORTED_RECURRENCE;
    }
    if (url != null) {
      return null;
    }
    return found.unsupported() == null ? Reason.NO_MEETING_URL : Reason.PLATFORM_NOT_SUPPORTED;
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** Whether this version replaces the other: by sequence, then by the time it was made. */
  Age against(KnownEvent other) {
    if (sequence != other.sequence) {
      return sequence > other.sequence ? Age.NEWER : Age.OLDER;
    }
    boolean dated = stamp != null && other.stamp != null;
    if (dated && !stamp.equals(other.stamp)) {
      return stamp.isAfter(other.stamp) ? Age.NEWER : Age.OLDER;
    }
    return sameContent(other) ? Age.SAME : Age.NEWER;
  }

  private boolean sameContent(KnownEvent other) {
    return dated(other.sequence, other.stamp).equals(other);
  }

  private KnownEvent dated(int otherSequence, @Nullable Instant otherStamp) {
    return new KnownEvent(
        otherSequence,
        otherStamp,
        cancelled,
        summary,
        organizer,
        start,
        duration,
        schedule,
        url,
        obstacle,
        platform);
  }

  /** Whether both take place at the same times. */
  boolean sameTimes(KnownEvent other) {
    return java.util.Objects.equals(start, other.start)
        && java.util.Objects.equals(schedule.rule(), other.schedule.rule());
  }

  /** How one version of an event stands to another. */
  enum Age {
    NEWER,
    SAME,
    OLDER
  }
}
