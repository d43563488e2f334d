package dev.meetbot.provider.jpa;

import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** How many jobs there are. The statuses are words of the statements, as {@link JobClaims} says. */
final class JobCounts {
  private static final String QUEUED = "j.status = '" + JobStatus.QUEUED.name() + "'";

  private JobCounts() {}

  static Map<JobStatus, Long> all(Session session, @Nullable TenantId tenant) {
    return grouped(session, tenant, "");
  }

  /** Two questions, each of which one partial index answers. */
  static Map<JobStatus, Long> unfinished(Session session, @Nullable TenantId tenant) {
    Map<JobStatus, Long> counts = grouped(session, tenant, QUEUED);
    counts.putAll(grouped(session, tenant, JobClaims.IS_RUNNING));
    return counts;
  }

  private static Map<JobStatus, Long> grouped(
      Session session, @Nullable TenantId tenant, String condition) {
    SelectionQuery<Object[]> select =
        session.createSelectionQuery(
            "select j.status, count(*) from JobRow j"
                + where(condition, tenant)
                + " group by j.status",
            Object[].class);
    return of(select, tenant).getResultList().stream()
        .collect(Collectors.toMap(row -> JobStatus.valueOf((String) row[0]), row -> (Long) row[1]));
  }

  static long due(Session session, @Nullable TenantId tenant, Instant now) {
    SelectionQuery<Long> select =
        session.createSelectionQuery(
            "select count(*) from JobRow j" + where(QUEUED + " and j.dueAt <= :now", tenant),
            Long.class);
    return of(select, tenant).setParameter("now", now).getSingleResult();
  }

  static Optional<Instant> oldestDue(Session session, Instant now) {
    return Optional.ofNullable(
        session
            .createSelectionQuery(
                "select min(j.dueAt) from JobRow j where " + QUEUED + " and j.dueAt <= :now",
                Instant.class)
            .setParameter("now", now)
            .getSingleResultOrNull());
  }

  private static String where(String condition, @Nullable TenantId tenant) {
    List<String> all =
        Stream.of(condition, tenant == null ? "" : "j.tenant = :tenant")
            .filter(part -> !part.isEmpty())
            .toList();
    return all.isEmpty() ? "" : " where " + String.join(" and ", all);
  }

  private static <T> SelectionQuery<T> of(SelectionQuery<T> select, @Nullable TenantId tenant) {
    return tenant == null ? select : select.setParameter("tenant", tenant.value());
  }
}
