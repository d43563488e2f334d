package dev.meetbot.engine;

import dev.meetbot.model.JobId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a calendar invite.
 *
 * @param jobId the first job that it concerns; null when there is none
 * @param action what was done to that job
 * @param reason why nothing was done, for machines; null when something was
 * @param platform the product that cannot be joined here, with that reason; else null
 * @param jobs all jobs that were touched when it is a series or holds several events; empty for a
 *     single event
 */
public record IntakeResult(
    @Nullable JobId jobId,
    Action action,
    @Nullable String reason,
    @Nullable String platform,
    List<Item> jobs) {
  public IntakeResult {
    jobs = List.copyOf(jobs);
  }

  /** What was done to a job. */
  public enum Action {
    CREATED,
    UPDATED,
    CANCELLED,
    IGNORED;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One instance of a series.
   *
   * @param jobId null when it has no job
   * @param recurrenceId its regular start as in calendars ({@code 20260515T120000Z}); empty for an
   *     event that is no series
   */
  public record Item(
      @Nullable JobId jobId, Action action, String recurrenceId, @Nullable String reason) {}

  /** Nothing was done. */
  public static IntakeResult ignored(@Nullable JobId job, String reason) {
    return new IntakeResult(job, Action.IGNORED, reason, null, List.of());
  }
}
