package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.IdempotentRecord;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does a repeated request once: the first one with a key runs, its answer is kept for 24 hours, and
 * every other gets that answer. Who comes while the first is running waits for it, for a while. An
 * answer is kept sealed, because it may hold a secret. Thread-safe; {@link #begin} may block.
 */
public final class Idempotency {
  /** How long an answer is kept. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final String KIND = "idempotency";

  /** After so long without an answer the first request counts as crashed, and another may run. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LOOK_AGAIN_MILLIS = 200;
  private static final long LOOK_AGAIN_HERE_MILLIS = 2000;
  private static final int MAX_VALUE = 900_000;

  private final RecordStore records;
  private final SecretBox box;
  private final InstantSource clock;
  private final Map<String, CountDownLatch> running = new ConcurrentHashMap<>();

  Idempotency(RecordStore records, SecretBox box, InstantSource clock) {
    this.records = records;
    this.box = box;
    this.clock = clock;
  }

  /** What is to be done with a request. */
  public sealed interface Start permits Run, Replay, Mismatch, Busy {}

  /** Run it, then call {@link #complete} or {@link #abandon}. */
  public static final class Run implements Start {
    private final StoredRecord record;
    private final IdempotentRecord state;

    Run(StoredRecord record, IdempotentRecord state) {
      this.record = record;
      this.state = state;
    }
  }

  /** Give that answer again. */
  public record Replay(StoredAnswer answer) implements Start {}

  /** The key was used for another request. */
  public record Mismatch() implements Start {}

  /** The first one is still running. */
  public record Busy() implements Start {}

  /**
   * Begins a request, or waits for the same one that is running.
   *
   * @param key the client's, 1 to 255 characters; one name space for each tenant, or for each key
   *     that belongs to no tenant
   * @param fingerprint what the request is; two requests are the same when it is
   */
  public Start begin(Caller caller, String key, String fingerprint) {
    TenantId tenant = caller.tenant();
    String place = (tenant == null ? caller.keyId() : tenant) + "/" + key;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Start start = attempt(place, tenant, fingerprint);
      if (!(start instanceof Busy) || System.nanoTime() > end || !paused(place)) {
        return start;
      }
    }
  }

  private Start attempt(String place, @Nullable TenantId tenant, String fingerprint) {
    Instant now = clock.instant();
    Optional<StoredRecord> stored = records.find(KIND, place, now);
    IdempotentRecord mine = IdempotentRecord.running(fingerprint, now.plus(LEASE));
    if (stored.isEmpty()) {
      StoredRecord first = new StoredRecord(KIND, place, 1, tenant, mine.toJson(), now.plus(KEPT));
      return records.insert(first, now) ? run(first, mine) : new Busy();
    }
    IdempotentRecord known = IdempotentRecord.parse(stored.get().value());
    if (known.free()) {
      return takeOver(stored.get(), mine, now);
    }
    if (!known.fingerprint().equals(fingerprint)) {
      return new Mismatch();
    }
    if (known.sealedAnswer() != null) {
      return new Replay(IdempotentRecord.answer(box.open(known.sealedAnswer())));
    }
    return known.leasedAt(now) ? new Busy() : takeOver(stored.get(), mine, now);
  }

  private Start takeOver(StoredRecord before, IdempotentRecord mine, Instant now) {
    StoredRecord next = before.next(mine.toJson());
    return records.replace(next, now) ? run(next, mine) : new Busy();
  }

  private Run run(StoredRecord record, IdempotentRecord state) {
    running.put(record.key(), new CountDownLatch(1));
    return new Run(record, state);
  }

  /** Waits for an end on this server, or for the time to look for one on another. */
  private boolean paused(String place) {
    CountDownLatch here = running.get(place);
    try {
      if (here == null) {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        return true;
      }
      // also the server's own request may have been overtaken by another server's
      return here.await(LOOK_AGAIN_HERE_MILLIS, TimeUnit.MILLISECONDS) || here.getCount() > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Keeps the answer; to be called before it is sent. One too long to be kept is not. */
  public void complete(Run run, StoredAnswer answer) {
    String value = run.state.answered(box.seal(IdempotentRecord.json(answer))).toJson();
    if (value.length() > MAX_VALUE) {
      abandon(run);
    } else {
      end(run, value);
    }
  }

  /** Keeps nothing: the next request with the key runs, whatever it is. */
  public void abandon(Run run) {
    end(run, IdempotentRecord.nothing().toJson());
  }

  private void end(Run run, String value) {
    try {
      // when it is somebody else's by now, the answer is theirs to give
      records.replace(run.record.next(value), clock.instant());
    } finally {
      CountDownLatch latch = running.remove(run.record.key());
      if (latch != null) {
        latch.countDown();
      }
    }
  }
}
