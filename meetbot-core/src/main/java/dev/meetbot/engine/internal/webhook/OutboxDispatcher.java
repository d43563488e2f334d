package dev.meetbot.engine.internal.webhook;

import dev.meetbot.engine.internal.worker.Ticker;
import dev.meetbot.model.Delivery;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Delivers what stands in the outbox. One thread claims what is due, as far as there is room; up to
 * {@value #SENDERS} threads, made as they are needed, send. A delivery that was claimed by a worker
 * that died comes back when its claim is over. Thread-safe.
 */
public final class OutboxDispatcher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(OutboxDispatcher.class.getName());
  private static final int SENDERS = 64;
  private static final int PER_URL = 4;
  private static final int PER_TENANT = 32;

  /** Messages of this engine wake the claiming; only retries and other workers' wait for it. */
  private static final Duration POLL = Duration.ofSeconds(2);

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration LONGEST_REST = Duration.ofMillis(250);

  private final Outbox outbox;
  private final DeliveryAttempts attempts;
  private final InstantSource clock;
  private final WorkerId worker;
  private final Duration claim;
  private final Duration patience;
  private final OnTheWay onTheWay = new OnTheWay(SENDERS, PER_URL, PER_TENANT);
  private final ThreadPoolExecutor senders;
  private final Ticker claiming;

  /** Of the claiming thread alone. */
  private Duration lastClaim = Duration.ZERO;

  /**
   * A dispatcher that does nothing before its {@link #start}.
   *
   * @param threads makes the claiming thread and the senders
   */
  public OutboxDispatcher(
      Outbox outbox,
      DeliverySender sender,
      RetrySchedule schedule,
      InstantSource clock,
      WorkerId worker,
      ThreadFactory threads) {
    this.outbox = outbox;
    this.clock = clock;
    this.worker = worker;
    attempts = new DeliveryAttempts(outbox, sender, schedule, clock);
    patience = sender.timeout();
    // long enough for an attempt and for a database that takes its time to store what came of it
    claim = patience.multipliedBy(3).plusSeconds(5);
    senders =
        new ThreadPoolExecutor(
            SENDERS,
            SENDERS,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            threads);
    senders.allowCoreThreadTimeOut(true);
    claiming = new Ticker(POLL, this::pass, threads);
  }

  /** Begins; called once. */
  public void start() {
    claiming.start();
  }

  /** Has the outbox looked at soon. */
  public void wake() {
    claiming.wake();
  }

  private boolean pass() {
    ClaimRoom room = onTheWay.room();
    if (room.left() == 0) {
      return false; // whoever is done first wakes the claiming
    }
    rest();
    long start = System.nanoTime();
    List<Delivery> due = outbox.claimDue(worker, clock.instant(), claim, room);
    lastClaim = Duration.ofNanos(System.nanoTime() - start);
    for (Delivery delivery : due) {
      onTheWay.begin(delivery.message());
      senders.execute(() -> send(delivery));
    }
    return !due.isEmpty();
  }

  /**
   * As long as the last claim took: with very many waiting a claim is some work for the database,
   * and every delivery that ends asks for one.
   */
  private void rest() {
    long millis = Math.min(lastClaim.toMillis(), LONGEST_REST.toMillis());
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Delivery delivery) {
    try {
      attempts.attempt(delivery);
    } catch (StorageException e) {
      LOG.log(Level.WARNING, "delivery " + delivery.message().id() + " will be tried again", e);
    } finally {
      onTheWay.end(delivery.message());
      wake();
    }
  }

  /**
   * Claims no more, and ends when what is on its way has arrived or used up its time. A second call
   * does nothing.
   */
  @Override
  public void close() {
    claiming.close();
    senders.shutdown();
    try {
      if (!senders.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
