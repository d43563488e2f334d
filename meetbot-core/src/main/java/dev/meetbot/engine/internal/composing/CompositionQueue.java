package dev.meetbot.engine.internal.composing;

import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compositions in the storage, under {@code <tenant>/<jobId>/<name>}. Those that are not over have
 * an entry of another kind besides, so that looking for work does not read all that was ever made.
 * Thread-safe.
 */
public final class CompositionQueue {
  private static final String KIND = "composition";
  private static final String WAITING = "composition-waiting";
  private static final String TURN = "composition-turn";
  private static final int PAGE = 100;

  private final RecordStore records;

  public CompositionQueue(RecordStore records) {
    this.records = records;
  }

  /** Where a job's compositions lie, which is also the folder of its artifacts. */
  static String folder(TenantId tenant, JobId job) {
    return tenant + "/" + job;
  }

  /** How it stands with that view. */
  public Optional<CompositionState> find(
      TenantId tenant, JobId job, ComposedView view, Instant now) {
    return record(key(tenant, job, view), now).map(CompositionQueue::state);
  }

  private static String key(TenantId tenant, JobId job, ComposedView view) {
    return folder(tenant, job) + "/" + view.fileName();
  }

  /** Asks for a view, unless somebody did before; how it stands then. */
  public CompositionState add(TenantId tenant, JobId job, ComposedView view, Instant now) {
    String key = key(tenant, job, view);
    CompositionState mine = CompositionState.queued(view, now);
    records.insert(new StoredRecord(KIND, key, 1, tenant, mine.toJson(), null), now);
    CompositionState stored = find(tenant, job, view, now).orElse(mine);
    if (!stored.over()) {
      records.insert(new StoredRecord(WAITING, key, 1, tenant, "{}", null), now);
    }
    return stored;
  }

  /** Keys of what is not over, after that one. */
  List<String> waiting(@Nullable String after, Instant now) {
    return records.list(WAITING, "", after, PAGE, now).stream().map(StoredRecord::key).toList();
  }

  Optional<StoredRecord> record(String key, Instant now) {
    return records.find(KIND, key, now);
  }

  static CompositionState state(StoredRecord record) {
    return CompositionState.parse(record.value());
  }

  /**
   * Begins with a composition; empty when it is over, or somebody else's.
   *
   * @return it as it is kept now
   */
  Optional<StoredRecord> take(String key, Duration lease, Instant now) {
    Optional<StoredRecord> found = record(key, now);
    if (found.isEmpty() || state(found.get()).over()) {
      records.delete(WAITING, key);
      return Optional.empty();
    }
    CompositionState state = state(found.get());
    if (!state.free(now)) {
      return Optional.empty();
    }
    return replace(found.get(), state.taken(now.plus(lease)), now)
        .filter(record -> !state(record).over());
  }

  /** Stores the next state; empty when it was changed or forgotten by somebody else. */
  Optional<StoredRecord> replace(StoredRecord record, CompositionState state, Instant now) {
    StoredRecord next = record.next(state.toJson());
    if (!records.replace(next, now)) {
      return Optional.empty();
    }
    if (state.over()) {
      records.delete(WAITING, record.key());
    }
    return Optional.of(next);
  }

  /** Forgets all of a job's; how many there were. */
  int forget(TenantId tenant, JobId job, Instant now) {
    String prefix = folder(tenant, job) + "/";
    int forgotten = 0;
    List<StoredRecord> page;
    do {
      page = records.list(KIND, prefix, null, PAGE, now);
      for (StoredRecord record : page) {
        records.delete(WAITING, record.key());
        forgotten += records.delete(KIND, record.key()) ? 1 : 0;
      }
    } while (page.size() == PAGE);
    return forgotten;
  }

  /** Takes the turn to change a job's manifest; false when somebody else has it. */
  boolean beginTurn(StoredRecord of, Duration atMost, Instant now) {
    String key = of.key().substring(0, of.key().lastIndexOf('/'));
    return records.insert(new StoredRecord(TURN, key, 1, of.tenant(), "{}", now.plus(atMost)), now);
  }

  void endTurn(StoredRecord of) {
    records.delete(TURN, of.key().substring(0, of.key().lastIndexOf('/')));
  }
}
