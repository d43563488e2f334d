package dev.meetbot.provider.jpa;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.WorkerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * Leases. Candidates are locked as they are read, and rows that another worker has just locked are
 * left to it ({@code FOR UPDATE SKIP LOCKED}): workers neither wait for each other nor get the same
 * job. The statuses stand in the statement as words, so that PostgreSQL knows that its partial
 * indexes hold all that is asked for.
 */
final class JobClaims {
  private static final String FREE =
      " and (j.leaseWorker is null or j.leaseRenewedAt < :expiredBefore)"
          + " order by j.dueAt, j.id";
  private static final String DUE =
      "from JobRow j where j.status = '" + JobStatus.QUEUED.name() + "' and j.dueAt <= :dueBy";

  /** What makes a job one that a bot has to do with. */
  static final String IS_RUNNING =
      "j.status in ("
          + Arrays.stream(JobStatus.values())
              .filter(s -> s != JobStatus.QUEUED && !s.terminal())
              .map(s -> "'" + s.name() + "'")
              .collect(Collectors.joining(", "))
          + ")";

  private static final String RUNNING = "from JobRow j where " + IS_RUNNING;

  private final JobRows rows;

  JobClaims(JobRows rows) {
    this.rows = rows;
  }

  List<Job> due(
      Session session,
      WorkerId worker,
      Instant now,
      Instant dueBy,
      Instant leaseExpiredBefore,
      int limit) {
    SelectionQuery<JobRow> due =
        session.createSelectionQuery(DUE + FREE, JobRow.class).setParameter("dueBy", dueBy);
    return claim(session, due, leaseExpiredBefore, limit, new Lease(worker, now));
  }

  List<Job> abandoned(
      Session session, WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    SelectionQuery<JobRow> left = session.createSelectionQuery(RUNNING + FREE, JobRow.class);
    return claim(session, left, heartbeatBefore, limit, new Lease(worker, now));
  }

  private List<Job> claim(
      Session session,
      SelectionQuery<JobRow> query,
      Instant expiredBefore,
      int limit,
      Lease lease) {
    List<JobRow> found =
        query
            .setParameter("expiredBefore", expiredBefore)
            .setMaxResults(limit)
            .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
            .getResultList();
    if (!found.isEmpty()) {
      session
          .createMutationQuery(
              "update JobRow j set j.leaseWorker = :worker, j.leaseRenewedAt = :now"
                  + " where j.id in (:ids)")
          .setParameter("worker", lease.worker().value())
          .setParameter("now", lease.renewedAt())
          .setParameterList("ids", found.stream().map(row -> row.id).toList())
          .executeUpdate();
    }
    return found.stream().map(row -> rows.toJob(row).withLease(lease)).toList();
  }

  Optional<JobRow> renew(Session session, JobId id, WorkerId worker, Instant now) {
    int renewed =
        session
            .createMutationQuery(
                "update JobRow j set j.leaseRenewedAt = :now"
                    + " where j.id = :id and j.leaseWorker = :worker")
            .setParameter("now", now)
            .setParameter("id", id.value())
            .setParameter("worker", worker.value())
            .executeUpdate();
    return renewed == 0
        ? Optional.empty()
        : Optional.ofNullable(session.find(JobRow.class, id.value()));
  }
}
