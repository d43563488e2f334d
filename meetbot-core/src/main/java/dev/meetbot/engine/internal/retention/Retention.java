package dev.meetbot.engine.internal.retention;

import dev.meetbot.engine.internal.lifecycle.JobHook;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.StoredRecord;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Deletes the files of recordings that are older than they may get. A job gets on the list in the
 * same step in which it ends, so that none is forgotten. Files of a job at which somebody is at
 * work stay; and since a worker that lost touch may still bring some, each job's place is swept
 * once more a while later. Thread-safe; several engines may do it at once.
 */
public final class Retention implements JobHook {
  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final Duration SWEPT_AGAIN = Duration.ofHours(1);
  private static final int AT_ONCE = 100;

  private final StorageProvider storage;
  private final Optional<Duration> keep;
  private final Eraser eraser;
  private final Predicate<JobId> atWork;
  private final InstantSource clock;

  /** Deletes all files of a job. */
  @FunctionalInterface
  public interface Eraser {
    /** A second call does nothing. */
    void erase(Job job) throws IOException;
  }

  /**
   * @param keep how long after a job's end its files are kept; empty for ever
   * @param atWork whether this engine is busy with a job
   */
  public Retention(
      StorageProvider storage,
      Optional<Duration> keep,
      Eraser eraser,
      Predicate<JobId> atWork,
      InstantSource clock) {
    this.storage = storage;
    this.keep = keep;
    this.eraser = eraser;
    this.atWork = atWork;
    this.clock = clock;
  }

  @Override
  public Job beforeCommit(Job before, Job after, Instant now) {
    if (keep.isPresent() && after.status().terminal() && !before.status().terminal()) {
      storage.records().insert(new Keeping(now, after.id(), false).stored(), now);
    }
    return after;
  }

  /** Deletes what is due, the oldest first; called again and again by one thread. */
  public void pass() {
    if (keep.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<StoredRecord> oldest = storage.records().list(Keeping.KIND, "", null, AT_ONCE, now);
    for (StoredRecord record : oldest) {
      Keeping entry = Keeping.read(record);
      Duration limit = entry.swept() ? SWEPT_AGAIN : keep.get();
      if (!entry.since().plus(limit).isAfter(now)) {
        try {
          settle(entry, now);
        } catch (IOException | RuntimeException e) {
          LOG.log(Level.WARNING, "files of job " + entry.job() + " are deleted later", e);
        }
      }
    }
  }

  private void settle(Keeping entry, Instant now) throws IOException {
    Optional<Job> job = storage.jobs().find(entry.job());
    // its tenant was erased, or the step in which it was to end was never stored: then the list
    // gets another entry when it does end
    boolean obsolete = job.map(found -> !found.status().terminal()).orElse(true);
    if (!obsolete) {
      if (atWork.test(entry.job())) {
        return;
      }
      eraser.erase(job.get());
      if (!entry.swept()) {
        storage.records().insert(new Keeping(now, entry.job(), true).stored(), now);
        LOG.log(Level.INFO, "the files of job {0} were deleted: they are old", entry.job());
      }
    }
    storage.records().delete(Keeping.KIND, entry.key());
  }
}
