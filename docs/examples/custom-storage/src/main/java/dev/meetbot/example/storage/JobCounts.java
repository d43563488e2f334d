package dev.meetbot.example.storage;

import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many jobs stand where, by the columns alone. */
record JobCounts(Transactions transactions) {
  private static final String BY_STATUS =
      "select status, count(*) from job where (?1 is null or tenant = ?1)%s group by status";

  /** As the index says it, so that SQLite takes that index, in which no ended job is. */
  private static final String UNFINISHED =
      " and status not in ('COMPLETED', 'FAILED', 'CANCELLED')";

  Map<JobStatus, Long> all(@Nullable TenantId tenant) {
    return byStatus("", tenant);
  }

  Map<JobStatus, Long> unfinished(@Nullable TenantId tenant) {
    return byStatus(UNFINISHED, tenant);
  }

  private Map<JobStatus, Long> byStatus(String which, @Nullable TenantId tenant) {
    return transactions
        .read(
            "count jobs",
            connection ->
                Sql.list(
                    connection,
                    row -> Map.entry(JobStatus.valueOf(row.getString(1)), row.getLong(2)),
                    BY_STATUS.formatted(which),
                    tenant))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  long due(@Nullable TenantId tenant, Instant now) {
    return transactions
        .read(
            "count due jobs",
            connection ->
                Sql.first(
                    connection,
                    row -> row.getLong(1),
                    "select count(*) from job where status = 'QUEUED' and due_at <= ?1"
                        + " and (?2 is null or tenant = ?2)",
                    Times.text(now),
                    tenant))
        .orElseThrow();
  }

  Optional<Instant> oldestDue(Instant now) {
    return transactions.read(
        "look for due jobs",
        connection ->
            Sql.first(
                connection,
                row -> Times.time(row.getString(1)),
                "select due_at from job where status = 'QUEUED' and due_at <= ?"
                    + " order by due_at limit 1",
                Times.text(now)));
  }
}
