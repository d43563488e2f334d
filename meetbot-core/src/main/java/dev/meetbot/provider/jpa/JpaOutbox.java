package dev.meetbot.provider.jpa;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Deliveries in the table of {@link DeliveryRow}. */
final class JpaOutbox implements Outbox {
  private static final String PENDING = Delivery.State.PENDING.name();

  private final Transactions transactions;

  JpaOutbox(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Delivery> claimDue(
      WorkerId worker, Instant now, Duration claimTimeout, ClaimRoom room) {
    return transactions.call(
        "claim due deliveries",
        session -> new OutboxClaims(session, worker, now, now.plus(claimTimeout)).claim(room));
  }

  @Override
  public void recordAttempt(
      DeliveryId id, DeliveryAttempt attempt, Delivery.State next, @Nullable Instant retryAt) {
    if (next == Delivery.State.PENDING && retryAt == null) {
      throw new IllegalArgumentException("a pending delivery needs the time of its retry");
    }
    transactions.run(
        "record an attempt",
        session -> {
          DeliveryRow row = locked(session, id);
          row.attempts.add(AttemptPart.of(attempt));
          // a worker that comes too late must not have a delivered message sent again
          if (!row.state.equals(Delivery.State.DELIVERED.name())) {
            row.state = next.name();
            row.nextAttemptAt = retryAt == null ? row.nextAttemptAt : retryAt;
          }
          row.claimedBy = null;
          row.claimedUntil = null;
        });
  }

  private static DeliveryRow locked(Session session, DeliveryId id) {
    DeliveryRow row = session.find(DeliveryRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new StorageException("there is no delivery " + id);
    }
    return row;
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return transactions.call(
        "read a delivery",
        session ->
            Optional.ofNullable(session.find(DeliveryRow.class, id.value()))
                .map(DeliveryRow::toDelivery));
  }

  @Override
  public List<Delivery> list(JobId job) {
    return transactions.call(
        "list deliveries",
        session ->
            session
                .createSelectionQuery(
                    "from DeliveryRow d left join fetch d.attempts"
                        + " where d.jobId = :job order by d.sequence, d.id",
                    DeliveryRow.class)
                .setParameter("job", job.value())
                .getResultList()
                .stream()
                .map(DeliveryRow::toDelivery)
                .toList());
  }

  @Override
  public void redeliver(DeliveryId id, Instant now) {
    transactions.run(
        "redeliver",
        session -> {
          DeliveryRow row = locked(session, id);
          if (!row.state.equals(PENDING)) {
            row.state = PENDING;
            row.nextAttemptAt = now;
          }
        });
  }

  @Override
  public DeliveryCounts counts() {
    return transactions.call(
        "count deliveries",
        session ->
            new DeliveryCounts(
                count(session, Delivery.State.PENDING), count(session, Delivery.State.DEAD)));
  }

  private static long count(Session session, Delivery.State state) {
    return session
        .createSelectionQuery(
            "select count(d) from DeliveryRow d where d.state = :state", Long.class)
        .setParameter("state", state.name())
        .getSingleResult();
  }

  @Override
  public void disable(TenantId tenant, URI url, String reason, Instant now) {
    try {
      transactions.run(
          "disable a webhook URL", session -> disable(session, tenant, url, reason, now));
    } catch (StorageException e) {
      if (!Transactions.isDuplicate(e)) {
        throw e;
      }
    }
  }

  private static void disable(
      Session session, TenantId tenant, URI url, String reason, Instant now) {
    if (session.find(DisabledUrlRow.class, DisabledUrlRow.id(tenant, url)) != null) {
      return;
    }
    session.persist(DisabledUrlRow.of(tenant, url, reason, now));
    session
        .createMutationQuery(
            "update DeliveryRow d set d.nextAttemptAt = :now where d.tenant = :tenant"
                + " and d.url = :url and d.state = :pending and d.nextAttemptAt > :now")
        .setParameter("now", now)
        .setParameter("tenant", tenant.value())
        .setParameter("url", url.toString())
        .setParameter("pending", PENDING)
        .executeUpdate();
  }

  @Override
  public void enable(TenantId tenant, URI url) {
    transactions.run(
        "enable a webhook URL",
        session ->
            session
                .createMutationQuery("delete from DisabledUrlRow d where d.id = :id")
                .setParameter("id", DisabledUrlRow.id(tenant, url))
                .executeUpdate());
  }

  @Override
  public Optional<String> disabled(TenantId tenant, URI url) {
    return transactions.call(
        "read whether a webhook URL is disabled",
        session ->
            Optional.ofNullable(session.find(DisabledUrlRow.class, DisabledUrlRow.id(tenant, url)))
                .map(row -> row.reason));
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return transactions.call(
        "delete a tenant's deliveries",
        session -> {
          session
              .createMutationQuery("delete from DisabledUrlRow d where d.tenant = :tenant")
              .setParameter("tenant", tenant.value())
              .executeUpdate();
          return session
              .createMutationQuery("delete from DeliveryRow d where d.tenant = :tenant")
              .setParameter("tenant", tenant.value())
              .executeUpdate();
        });
  }
}
