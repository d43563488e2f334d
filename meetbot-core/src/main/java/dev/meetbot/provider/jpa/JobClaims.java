package dev.meetbot.provider.jpa;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Leases. Candidates are read without locks, then each is taken by an update that repeats the
 * condition: of two workers that saw the same candidate, the database lets one update it. That
 * holds on every database at READ COMMITTED, without a dialect's words for skipping locked rows;
 * all workers update in the same order, so they cannot deadlock.
 */
final class JobClaims {
  private static final String FREE =
      " and (j.leaseWorker is null or j.leaseRenewedAt < :expiredBefore)";
  private static final String DUE = "j.status in (:statuses) and j.dueAt <= :dueBy" + FREE;
  private static final List<String> QUEUED = List.of(JobStatus.QUEUED.name());
  private static final List<String> RUNNING =
      Arrays.stream(JobStatus.values())
          .filter(s -> s != JobStatus.QUEUED && !s.terminal())
          .map(JobStatus::name)
          .toList();

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
    return claim(session, new Claim(worker, now, leaseExpiredBefore, QUEUED, dueBy), limit);
  }

  List<Job> abandoned(
      Session session, WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    // a running job was due long ago, whatever its due time says now
    Instant anyTime = Instant.parse("9999-01-01T00:00:00Z");
    return claim(session, new Claim(worker, now, heartbeatBefore, RUNNING, anyTime), limit);
  }

  private List<Job> claim(Session session, Claim claim, int limit) {
    List<Job> claimed = new ArrayList<>();
    List<String> candidates;
    do {
      candidates = candidates(session, claim, limit - claimed.size());
      for (String id : candidates) {
        if (take(session, claim, id)) {
          claimed.add(rows.toJob(session.find(JobRow.class, id)));
        }
      }
      // when others were faster, look once more for what they left
    } while (claimed.size() < limit && !candidates.isEmpty());
    return claimed;
  }

  private static List<String> candidates(Session session, Claim claim, int limit) {
    return session
        .createSelectionQuery(
            "select j.id from JobRow j where " + DUE + " order by j.dueAt, j.id", String.class)
        .setParameter("statuses", claim.statuses())
        .setParameter("dueBy", claim.dueBy())
        .setParameter("expiredBefore", claim.expiredBefore())
        .setMaxResults(limit)
        .getResultList();
  }

  private static boolean take(Session session, Claim claim, String id) {
    return session
            .createMutationQuery(
                "update JobRow j set j.leaseWorker = :worker, j.leaseRenewedAt = :now"
                    + " where j.id = :id and "
                    + DUE)
            .setParameter("worker", claim.worker().value())
            .setParameter("now", claim.now())
            .setParameter("id", id)
            .setParameter("statuses", claim.statuses())
            .setParameter("dueBy", claim.dueBy())
            .setParameter("expiredBefore", claim.expiredBefore())
            .executeUpdate()
        == 1;
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

  /** What is claimed, for whom. */
  private record Claim(
      WorkerId worker, Instant now, Instant expiredBefore, List<String> statuses, Instant dueBy) {}
}
