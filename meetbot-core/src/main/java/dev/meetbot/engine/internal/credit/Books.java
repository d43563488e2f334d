package dev.meetbot.engine.internal.credit;

import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobHook;
import dev.meetbot.model.Job;
import dev.meetbot.model.RecordingState;
import dev.meetbot.spi.storage.RecordStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a job's sheet before its recording is on record, so that none is ever forgotten, and says
 * in the end what will have been charged for.
 *
 * @param enabled whether anything is charged at all
 */
public record Books(RecordStore records, boolean enabled) implements JobHook {
  @Override
  public Job beforeCommit(Job before, Job after, Instant now) {
    if (enabled && starts(before, after)) {
      records.insert(Sheet.opened(after.id(), after.tenant()).stored(), now);
    }
    boolean recorded = after.progress().recorded().millis() > 0;
    return enabled && recorded && ends(before, after)
        ? JobFacts.withBilled(after, seconds(after, now))
        : after;
  }

  private static boolean starts(Job before, Job after) {
    return after.progress().recordingState() == RecordingState.RECORDING
        && before.progress().recordingState() != RecordingState.RECORDING;
  }

  private static boolean ends(Job before, Job after) {
    return after.status().terminal() && !before.status().terminal();
  }

  private long seconds(Job ending, Instant now) {
    Optional<Sheet> sheet = records.find(Sheet.KIND, ending.id().value(), now).map(Sheet::read);
    return sheet.map(s -> seconds(Outcome.of(ending), total(ending, s))).orElse(0L);
  }

  /** The seconds that a client sees. */
  static long seconds(Outcome outcome, int minutes) {
    return outcome == Outcome.NONE ? 0 : 60L * minutes;
  }

  /** How many minutes the sheet of a job that has ended comes to. */
  int total(Job ended, Sheet sheet) {
    int recorded = Prices.minutes(ended.progress().recorded().millis());
    return enabled && !sheet.closed() && Outcome.of(ended) == Outcome.ALL
        ? Math.max(sheet.minutes(), recorded)
        : sheet.minutes();
  }
}
