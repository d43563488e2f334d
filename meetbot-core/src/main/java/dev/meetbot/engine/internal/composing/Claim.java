package dev.meetbot.engine.internal.composing;

import dev.meetbot.engine.internal.finalizing.Recomposer;
import dev.meetbot.spi.storage.StoredRecord;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A composition that this engine is making. Its lease is renewed by another thread than the one
 * that makes it.
 */
final class Claim implements Recomposer.Turn {
  /** Changing a manifest takes seconds; who needs longer has crashed. */
  private static final Duration TURN = Duration.ofMinutes(2);

  private static final long LOOK_AGAIN_MILLIS = 200;

  private final CompositionQueue queue;
  private final Duration lease;
  private final InstantSource clock;
  private StoredRecord record;
  private boolean lost;

  Claim(CompositionQueue queue, StoredRecord record, Duration lease, InstantSource clock) {
    this.queue = queue;
    this.record = record;
    this.lease = lease;
    this.clock = clock;
  }

  String key() {
    return record.key();
  }

  synchronized CompositionState state() {
    return CompositionQueue.state(record);
  }

  /** Stores the next state; false when it is not ours any more. */
  synchronized boolean change(UnaryOperator<CompositionState> step) {
    if (lost) {
      return false;
    }
    queue
        .replace(record, step.apply(CompositionQueue.state(record)), clock.instant())
        .ifPresentOrElse(next -> record = next, () -> lost = true);
    return !lost;
  }

  /** Says that it is still being made. */
  boolean renew() {
    return change(state -> state.over() ? state : state.renewed(clock.instant().plus(lease)));
  }

  @Override
  public boolean begin() throws InterruptedIOException {
    while (renew()) {
      if (queue.beginTurn(record(), TURN, clock.instant())) {
        return true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("composing was stopped");
      }
    }
    return false;
  }

  @Override
  public void end() {
    queue.endTurn(record());
  }

  private synchronized StoredRecord record() {
    return record;
  }
}
