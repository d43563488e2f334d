package dev.meetbot.example.storage;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jobs: the value as JSON, the lease beside it. */
final class SqliteJobs implements JobStore {
  private static final String SELECT = "select body, lease_worker, lease_renewed_at from job";
  private static final String RUNNING =
      Arrays.stream(JobStatus.values())
          .filter(status -> status != JobStatus.QUEUED && !status.terminal())
          .map(status -> "'" + status + "'")
          .collect(Collectors.joining(", ", "status in (", ")"));
  private static final String FREE = " and (lease_worker is null or lease_renewed_at < ?)";

  private final Transactions transactions;
  private final RecordJson json;
  private final JobCounts counts;

  SqliteJobs(Transactions transactions, RecordJson json) {
    this.transactions = transactions;
    this.json = json;
    counts = new JobCounts(transactions);
  }

  @Override
  public void insert(JobChange created) {
    transactions.write(
        "store a new job",
        connection -> {
          Job job = created.job();
          String externalId = job.spec().externalId();
          // nobody else writes meanwhile: what is not there now is not there at the insert
          if (one(connection, " where tenant = ? and external_id = ?", job.tenant(), externalId)
              .isPresent()) {
            throw new DuplicateJobException(externalId);
          }
          Lease lease = job.lease();
          Sql.update(
              connection,
              "insert into job (id, body, lease_worker, lease_renewed_at) values (?, ?, ?, ?)",
              job.id(),
              bodyOf(job),
              lease == null ? null : lease.worker(),
              lease == null ? null : Times.text(lease.renewedAt()));
          addMessages(connection, created.messages());
          return null;
        });
  }

  private void addMessages(Connection connection, List<WebhookMessage> messages)
      throws SQLException {
    for (WebhookMessage message : messages) {
      Sql.update(
          connection,
          "insert into delivery (id, body, state, next_attempt_at) values (?, ?, 'PENDING', ?)",
          message.id(),
          json.write(message),
          Times.text(message.emittedAt()));
    }
  }

  private String bodyOf(Job job) {
    return json.write(job.withLease(null));
  }

  private Job jobOf(ResultSet row) throws SQLException {
    String worker = row.getString("lease_worker");
    String renewedAt = row.getString("lease_renewed_at");
    Lease lease =
        worker == null || renewedAt == null
            ? null
            : new Lease(new WorkerId(worker), Times.time(renewedAt));
    return json.read(Job.class, row.getString("body")).withLease(lease);
  }

  private Optional<Job> one(Connection connection, String where, Object... values)
      throws SQLException {
    return Sql.first(connection, this::jobOf, SELECT + where, values);
  }

  @Override
  public Optional<Job> find(JobId id) {
    return transactions.read("read a job", connection -> one(connection, " where id = ?", id));
  }

  @Override
  public Optional<Job> findByExternalId(TenantId tenant, String externalId) {
    return transactions.read(
        "read a job",
        connection -> one(connection, " where tenant = ? and external_id = ?", tenant, externalId));
  }

  @Override
  public JobPage list(JobQuery query) {
    StringBuilder where = new StringBuilder(" where tenant = ?");
    List<@Nullable Object> values = new ArrayList<>(List.of(query.tenant()));
    narrow(where, values, "status = ?", query.status());
    narrow(where, values, "external_id = ?", query.externalId());
    narrow(where, values, "platform = ?", query.platform());
    narrow(where, values, "created_at > ?", Times.textOrNull(query.createdAfter()));
    narrow(where, values, "id < ?", query.before());
    // one more than asked for tells whether there are more
    values.add(query.limit() + 1);
    String sql = SELECT + where + " order by id desc limit ?";
    List<Job> found =
        transactions.read(
            "list jobs", connection -> Sql.list(connection, this::jobOf, sql, values.toArray()));
    boolean more = found.size() > query.limit();
    return new JobPage(more ? found.subList(0, query.limit()) : found, more);
  }

  private static void narrow(
      StringBuilder where,
      List<@Nullable Object> values,
      String condition,
      @Nullable Object wanted) {
    if (wanted != null) {
      where.append(" and ").append(condition);
      values.add(wanted);
    }
  }

  @Override
  public void commit(JobChange change) {
    Job job = change.job();
    String lease = job.lease() == null ? ", lease_worker = null, lease_renewed_at = null" : "";
    transactions.write(
        "store a change of job " + job.id(),
        connection -> {
          int changed =
              Sql.update(
                  connection,
                  "update job set body = ?" + lease + " where id = ? and version = ?",
                  bodyOf(job),
                  job.id(),
                  job.version() - 1);
          if (changed == 0) {
            throw new StaleJobException(job.id(), job.version() - 1);
          }
          addMessages(connection, change.messages());
          return null;
        });
  }

  @Override
  public List<Job> claimDue(
      WorkerId worker, Instant now, Instant dueBy, Instant leaseExpiredBefore, int limit) {
    return claim(
        new Lease(worker, now),
        " where status = 'QUEUED' and due_at <= ?",
        dueBy,
        leaseExpiredBefore,
        limit);
  }

  @Override
  public List<Job> claimAbandoned(
      WorkerId worker, Instant now, Instant heartbeatBefore, int limit) {
    Instant anyTime = Instant.parse("9999-01-01T00:00:00Z");
    return claim(
        new Lease(worker, now),
        " where " + RUNNING + " and due_at <= ?",
        anyTime,
        heartbeatBefore,
        limit);
  }

  /** Looking and taking are one transaction, which no other worker's comes in between of. */
  private List<Job> claim(
      Lease lease, String which, Instant dueBy, Instant expiredBefore, int limit) {
    return transactions.write(
        "claim jobs",
        connection -> {
          List<Job> claimed = new ArrayList<>();
          for (Job job :
              Sql.list(
                  connection,
                  this::jobOf,
                  SELECT + which + FREE + " order by due_at, id limit ?",
                  Times.text(dueBy),
                  Times.text(expiredBefore),
                  limit)) {
            Sql.update(
                connection,
                "update job set lease_worker = ?, lease_renewed_at = ? where id = ?",
                lease.worker(),
                Times.text(lease.renewedAt()),
                job.id());
            claimed.add(job.withLease(lease));
          }
          return claimed;
        });
  }

  @Override
  public Optional<Job> renewLease(JobId id, WorkerId worker, Instant now) {
    return transactions.write(
        "renew the lease of job " + id,
        connection -> {
          int renewed =
              Sql.update(
                  connection,
                  "update job set lease_renewed_at = ? where id = ? and lease_worker = ?",
                  Times.text(now),
                  id,
                  worker);
          return renewed == 0 ? Optional.empty() : one(connection, " where id = ?", id);
        });
  }

  @Override
  public Map<JobStatus, Long> count(@Nullable TenantId tenant) {
    return counts.all(tenant);
  }

  /** How many jobs stand at each status that is no end; for null of all tenants. */
  @Override
  public Map<JobStatus, Long> countUnfinished(@Nullable TenantId tenant) {
    return counts.unfinished(tenant);
  }

  /** How many queued jobs are due at that time; for null of all tenants. */
  @Override
  public long countDue(@Nullable TenantId tenant, Instant now) {
    return counts.due(tenant, now);
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) {
    return counts.oldestDue(now);
  }

  @Override
  public int deleteOf(TenantId tenant) {
    return transactions.write(
        "remove a tenant's jobs",
        connection -> {
          Sql.update(connection, "delete from delivery where tenant = ?", tenant);
          return Sql.update(connection, "delete from job where tenant = ?", tenant);
        });
  }
}
