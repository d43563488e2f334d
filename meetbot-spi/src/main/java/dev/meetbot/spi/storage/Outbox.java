package dev.meetbot.spi.storage;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Webhook messages that were committed with their jobs, until they are delivered or dead. A new one
 * is due at its {@code emittedAt}; there is at most one per job, sequence and URL.
 */
public interface Outbox {
  /**
   * Claims due deliveries for the worker until {@code now + claimTimeout}. Of one job and URL only
   * the oldest pending one is ever due, so a later event never overtakes an earlier one; a dead or
   * delivered one holds nothing up. Two workers never get the same delivery.
   */
  List<Delivery> claimDue(WorkerId worker, Instant now, Duration claimTimeout, int limit);

  /**
   * Adds an attempt, ends the claim and moves the delivery on.
   *
   * @param next the state after it; {@code PENDING} needs a {@code retryAt}
   * @throws StorageException when there is no such delivery
   */
  void recordAttempt(
      DeliveryId id, DeliveryAttempt attempt, Delivery.State next, @Nullable Instant retryAt);

  /** The delivery of that id. */
  Optional<Delivery> find(DeliveryId id);

  /** A job's deliveries in the order of their sequence. */
  List<Delivery> list(JobId job);

  /**
   * Makes a delivered or dead delivery pending again, due at {@code now}; same id. A pending one
   * stays as it is.
   *
   * @throws StorageException when there is no such delivery
   */
  void redeliver(DeliveryId id, Instant now);

  /** How many deliveries are pending. */
  long pendingCount();
}
