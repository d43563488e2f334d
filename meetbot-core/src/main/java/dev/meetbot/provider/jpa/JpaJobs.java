package dev.meetbot.provider.jpa;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import dev.meetbot.spi.storage.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Jobs in the table of {@link JobRow}. */
final class JpaJobs implements JobStore {
  private static final String COMMIT =
      "update JobRow j set j.version = :version, j.status = :status, j.dueAt = :dueAt,"
          + " j.platform = :platform, j.spec = :spec, j.progress = :progress,"
          + " j.history = :history, j.updatedAt = :updatedAt%s"
          + " where j.id = :id and j.version = :version - 1";
  private static final String KEEP_LEASE = COMMIT.formatted("");
  private static final String END_LEASE =
      COMMIT.formatted(", j.leaseWorker = null, j.leaseRenewedAt = null");

  private final Transactions transactions;
  private final JobRows rows;
  private final JobClaims claims;

  JpaJobs(Transactions transactions, JobRows rows) {
    this.transactions = transactions;
    this.rows = rows;
    claims = new JobClaims(rows);
  }

  @Override
  public void insert(JobChange created) {
    Job job = created.job();
    try {
      transactions.run(
          "store a new job",
          session -> {
            session.persist(rows.toRow(job));
            created.messages().forEach(m -> session.persist(DeliveryRow.of(m)));
          });
    } catch (StorageException e) {
      // which of the unique values it was is asked of the table: the names of constraints in
      // error messages differ from database to database
      String externalId = job.spec().externalId();
      if (Transactions.isDuplicate(e) && findByExternalId(job.tenant(), externalId).isPresent()) {
        throw new DuplicateJobException(externalId);
      }
      throw e;
    }
  }

  @Override
  public Optional<Job> find(JobId id) {
    return transactions.call(
        "read a job",
        session -> Optional.ofNullable(session.find(JobRow.class, id.value())).map(rows::toJob));
  }

  @Override
  public Optional<Job> findByExternalId(TenantId tenant, String externalId) {
    return transactions.call(
        "read a job",
        session ->
            session
                .createSelectionQuery(
                    "from JobRow j where j.tenant = :tenant and j.externalId = :externalId",
                    JobRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("externalId", externalId)
                .uniqueResultOptional()
                .map(rows::toJob));
  }

  @Override
  public JobPage list(JobQuery query) {
    List<Job> found =
        transactions.call(
            "list jobs", session -> select(session, query).stream().map(rows::toJob).toList());
    boolean more = found.size() > query.limit();
    return new JobPage(more ? found.subList(0, query.limit()) : found, more);
  }

  private static List<JobRow> select(Session session, JobQuery query) {
    StringBuilder hql = new StringBuilder("from JobRow j where j.tenant = :tenant");
    hql.append(query.status() == null ? "" : " and j.status = :status");
    hql.append(query.externalId() == null ? "" : " and j.externalId = :externalId");
    hql.append(query.platform() == null ? "" : " and j.platform = :platform");
    hql.append(query.createdAfter() == null ? "" : " and j.createdAt > :createdAfter");
    hql.append(query.before() == null ? "" : " and j.id < :before");
    SelectionQuery<JobRow> select =
        session
            .createSelectionQuery(hql.append(" order by j.id desc").toString(), JobRow.class)
            .setParameter("tenant", query.tenant().value())
            .setMaxResults(query.limit() + 1);
    if (query.status() != null) {
      select.setParameter("status", query.status().name());
    }
    if (query.externalId() != null) {
      select.setParameter("externalId", query.externalId());
    }
    if (query.platform() != null) {
      select.setParameter("platform", query.platform());
    }
    if (query.createdAfter() != null) {
      select.setParameter("createdAfter", query.createdAfter());
    }
    if (query.before() != null) {
      select.setParameter("before", query.before().value());
    }
    return select.getResultList();
  }

  @Override
  public void commit(JobChange change) {
    JobRow row = rows.toRow(change.job());
    transactions.run(
        "store a change of job " + row.id,
        session -> {
          String statement = change.job().lease() == null ? END_LEASE : KEEP_LEASE;
          MutationQuery update =
              session
                  .createMutationQuery(statement)
                  .setParameter("id", row.id)
                  .setParameter("version", row.version)
                  .setParameter("status", row.status)
                  .setParameter("dueAt", row.dueAt)
                  .setParameter("platform", row.platform)
                  .setParameter("spec", row.spec)
                  .setParameter("progress", row.progress)
                  .setParameter("history", row.history)
                  .setParameter("updatedAt", row.updatedAt);
          if (update.executeUpdate() == 0) {
            throw new StaleJobException(change.job().id(), row.version - 1);
          }
          change.messages().forEach(m -> session.persist(DeliveryRow.of(m)));
        });
  }

  @Override
  public List<Job> claimDue(
      WorkerId worker, Instant now, Instant dueBy, Instant leaseExpiredBefore, int limit) {
    return transactions.call(
        "claim due jobs",
        session -> claims.due(session, worker, now, dueBy, leaseExpiredBefore, limit));
  }

  @Override
  public Optional<Job> renewLease(JobId id, WorkerId worker, Instant now) {
    return transactions.call(
        "renew the lease of job " + id,
        session -> claims.renew(session, id, worker, now).map(rows::toJob));
  }

  @Override
  public List<Job> claimAbandoned(
      WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    return transactions.call(
        "claim abandoned jobs",
        session -> claims.abandoned(session, worker, now, heartbeatBefore, limit));
  }

  @Override
  public Map<JobStatus, Long> count(@Nullable TenantId tenant) {
    return transactions.call("count jobs", session -> JobCounts.all(session, tenant));
  }

  @Override
  public Map<JobStatus, Long> countUnfinished(@Nullable TenantId tenant) {
    return transactions.call("count jobs", session -> JobCounts.unfinished(session, tenant));
  }

  @Override
  public long countDue(@Nullable TenantId tenant, Instant now) {
    return transactions.call("count due jobs", session -> JobCounts.due(session, tenant, now));
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) {
    return transactions.call("look for due jobs", session -> JobCounts.oldestDue(session, now));
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return transactions.call(
        "remove a tenant's jobs",
        session -> {
          session
              .createNativeMutationQuery(
                  "delete from meetbot_delivery_attempt where delivery_id in"
                      + " (select id from meetbot_delivery where tenant = :tenant)")
              .setParameter("tenant", tenant.value())
              .executeUpdate();
          session
              .createMutationQuery("delete DeliveryRow d where d.tenant = :tenant")
              .setParameter("tenant", tenant.value())
              .executeUpdate();
          return session
              .createMutationQuery("delete JobRow j where j.tenant = :tenant")
              .setParameter("tenant", tenant.value())
              .executeUpdate();
        });
  }
}
