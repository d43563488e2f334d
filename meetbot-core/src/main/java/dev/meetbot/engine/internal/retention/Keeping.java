package dev.meetbot.engine.internal.retention;

import dev.meetbot.model.JobId;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Instant;

/**
 * One entry of the list of recordings that are to be deleted some day. Its key begins with a time,
 * so that the list is in the order of time.
 *
 * @param since when the job ended; for one that was swept, when that was
 * @param swept whether the files were deleted once already, and are to be looked for once more
 */
record Keeping(Instant since, JobId job, boolean swept) {
  static final String KIND = "retention";

  /** Enough for the milliseconds of the next 29,000 years. */
  private static final String TIME = "%015d";

  private static final String SWEPT = "{\"swept\":true}";
  private static final String KEPT = "{\"swept\":false}";

  /** The entry as it is stored. */
  StoredRecord stored() {
    return new StoredRecord(KIND, key(), 1, null, swept ? SWEPT : KEPT, null);
  }

  String key() {
    return String.format(TIME, since.toEpochMilli()) + "/" + job.value();
  }

  static Keeping read(StoredRecord record) {
    int slash = record.key().indexOf('/');
    return new Keeping(
        Instant.ofEpochMilli(Long.parseLong(record.key().substring(0, slash))),
        new JobId(record.key().substring(slash + 1)),
        record.value().equals(SWEPT));
  }
}
