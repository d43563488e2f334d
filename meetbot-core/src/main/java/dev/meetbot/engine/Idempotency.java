package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.IdempotentRecord;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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

  private static final Logger LOG = System.getLogger(Idempotency.class.getName());
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
  private final Map<String, Here> running = new ConcurrentHashMap<>();

  /** A request that runs, or is about to, on this server. */
  private record Here(CountDownLatch end, Instant since) {}

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
    private final Here here;

    Run(StoredRecord record, IdempotentRecord state, Here here) {
      this.record = record;
      this.state = state;
      this.here = here;
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
      Start start = look(place, tenant, fingerprint);
      if (!(start instanceof Busy) || System.nanoTime() > end || !paused(place, end)) {
        return start;
      }
    }
  }

  private Start look(String place, @Nullable TenantId tenant, String fingerprint) {
    Instant now = clock.instant();
    StoredRecord stored = records.find(KIND, place, now).orElse(null);
    IdempotentRecord known = stored == null ? null : IdempotentRecord.parse(stored.value());
    if (known != null && !known.free()) {
      if (!known.fingerprint().equals(fingerprint)) {
        return new Mismatch();
      }
      if (known.sealedAnswer() != null) {
        return new Replay(IdempotentRecord.answer(box.open(known.sealedAnswer())));
      }
      if (known.leasedAt(now)) {
        return new Busy();
      }
    }
    return take(place, tenant, stored, fingerprint, now);
  }

  /** Of many at once on this server only one tries, so that the others do not crowd the storage. */
  private Start take(
      String place,
      @Nullable TenantId tenant,
      @Nullable StoredRecord before,
      String fingerprint,
      Instant now) {
    Here mine = new Here(new CountDownLatch(1), now);
    Here other = running.compute(place, (k, known) -> fresh(known, now) ? known : mine);
    if (other != mine) {
      return new Busy();
    }
    IdempotentRecord state = IdempotentRecord.running(fingerprint, now.plus(LEASE));
    boolean won = false;
    try {
      StoredRecord record =
          before == null
              ? new StoredRecord(KIND, place, 1, tenant, state.toJson(), now.plus(KEPT))
              : before.next(state.toJson());
      won = before == null ? records.insert(record, now) : records.replace(record, now);
      return won ? new Run(record, state, mine) : new Busy();
    } finally {
      if (!won) {
        leave(place, mine);
      }
    }
  }

  /** One that never ended, because its thread broke, does not hold others up for ever. */
  private static boolean fresh(@Nullable Here known, Instant now) {
    return known != null && now.isBefore(known.since().plus(LEASE));
  }

  private void leave(String place, Here mine) {
    running.remove(place, mine);
    mine.end().countDown();
  }

  /** Waits for an end on this server, or for the time to look for one on another. */
  private boolean paused(String place, long end) {
    Here here = running.get(place);
    long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    try {
      if (here == null) {
        TimeUnit.MILLISECONDS.sleep(Math.min(left, LOOK_AGAIN_MILLIS));
      } else if (!here.end().await(Math.min(left, LOOK_AGAIN_HERE_MILLIS), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "still waiting for the first request with an idempotency key");
      }
      return true;
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

  /** Forgets requests that never ended. */
  void forgetBroken() {
    Instant now = clock.instant();
    running.values().removeIf(here -> !fresh(here, now));
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
      leave(run.record.key(), run.here);
    }
  }
}
