package dev.meetbot.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a job was recorded; pauses are not in it.
 *
 * @param millis of the stretches that are over
 * @param since when the stretch began that goes on; null when nothing is being recorded
 */
public record RecordedTime(long millis, @Nullable Instant since) {
  /** Nothing yet. */
  public static final RecordedTime NONE = new RecordedTime(0, null);

  /** The whole time as seen at that moment, in milliseconds. */
  public long millisAt(Instant now) {
    return millis + (since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis()));
  }

  /** The recording goes on from then; when it runs already, nothing changes. */
  public RecordedTime running(Instant from) {
    return since == null ? new RecordedTime(millis, from) : this;
  }

  /** The recording stood still from then; when it did already, nothing changes. */
  public RecordedTime stopped(Instant at) {
    return since == null ? this : new RecordedTime(millisAt(at), null);
  }
}
