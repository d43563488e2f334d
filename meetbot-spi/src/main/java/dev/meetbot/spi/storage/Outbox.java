package dev.meetbot.spi.storage;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import java.net.URI;
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
   * Claims due deliveries for the worker until {@code now + claimTimeout}, the longest due first,
   * as far as there is room. Of one job and URL only the oldest pending one is ever due, so a later
   * event never overtakes an earlier one; a dead or delivered one holds nothing up. Two workers
   * never get the same delivery.
   */
  List<Delivery> claimDue(WorkerId worker, Instant now, Duration claimTimeout, ClaimRoom room);

  /** The same with room for so many, whatever their targets. */
  default List<Delivery> claimDue(WorkerId worker, Instant now, Duration claimTimeout, int limit) {
    return claimDue(worker, now, claimTimeout, ClaimRoom.anyTargets(limit));
  }

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
  default long pendingCount() {
    return counts().pending();
  }

  /** How many deliveries are pending and how many dead, of all tenants. */
  DeliveryCounts counts();

  /**
   * Remembers that the tenant's messages to that URL are not to be sent, and makes those that are
   * pending and wait for a retry due now, so that they can be given up. Another call while it holds
   * changes nothing.
   *
   * @param reason for people, at most 500 characters
   */
  void disable(TenantId tenant, URI url, String reason, Instant now);

  /** Forgets what {@link #disable} remembered; does nothing when there is nothing. */
  void enable(TenantId tenant, URI url);

  /** Why the tenant's messages to that URL are not to be sent; empty when they are. */
  Optional<String> disabled(TenantId tenant, URI url);

  /**
   * Takes away everything of a tenant, pending or not.
   *
   * @return how many deliveries that were
   */
  int deleteOf(TenantId tenant);
}
