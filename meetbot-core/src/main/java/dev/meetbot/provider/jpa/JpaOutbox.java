package dev.meetbot.provider.jpa;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.StorageException;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Deliveries in the table of {@link DeliveryRow}; claims work as in {@link JobClaims}. */
final class JpaOutbox implements Outbox {
  private static final String PENDING = Delivery.State.PENDING.name();
  private static final String DUE =
      "d.state = :pending and d.nextAttemptAt <= :now"
          + " and (d.claimedUntil is null or d.claimedUntil <= :now)";
  private static final String HEAD =
      " and not exists (select 1 from DeliveryRow o where o.jobId = d.jobId and o.url = d.url"
          + " and o.state = :pending and o.sequence < d.sequence)";

  private final Transactions transactions;

  JpaOutbox(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Delivery> claimDue(WorkerId worker, Instant now, Duration claimTimeout, int limit) {
    return transactions.call(
        "claim due deliveries",
        session -> {
          List<Delivery> claimed = new ArrayList<>();
          for (String id : candidates(session, now, limit)) {
            if (take(session, worker, now, now.plus(claimTimeout), id)) {
              claimed.add(session.find(DeliveryRow.class, id).toDelivery());
            }
          }
          return claimed;
        });
  }

  private static List<String> candidates(Session session, Instant now, int limit) {
    return session
        .createSelectionQuery(
            "select d.id from DeliveryRow d where "
                + DUE
                + HEAD
                + " order by d.nextAttemptAt, d.id",
            String.class)
        .setParameter("pending", PENDING)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  private static boolean take(
      Session session, WorkerId worker, Instant now, Instant until, String id) {
    return session
            .createMutationQuery(
                "update DeliveryRow d set d.claimedBy = :worker, d.claimedUntil = :until"
                    + " where d.id = :id and "
                    + DUE)
            .setParameter("worker", worker.value())
            .setParameter("until", until)
            .setParameter("id", id)
            .setParameter("pending", PENDING)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
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
          row.state = next.name();
          row.nextAttemptAt = retryAt == null ? row.nextAttemptAt : retryAt;
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
  public long pendingCount() {
    return transactions.call(
        "count pending deliveries",
        session ->
            session
                .createSelectionQuery(
                    "select count(d) from DeliveryRow d where d.state = :pending", Long.class)
                .setParameter("pending", PENDING)
                .getSingleResult());
  }
}
