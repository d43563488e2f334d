package dev.meetbot.provider.jpa;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.tck.TestJobs;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A PostgreSQL server with so many ended jobs in it, and what servers ask of it. */
final class FilledDatabase implements AutoCloseable {
  private static final Instant NOW = TestJobs.NOW;

  private final Map<String, Runnable> questions = new LinkedHashMap<>();
  private final PostgreSql server;
  private final int known;
  private JpaStorage storage;

  /**
   * Fills it.
   *
   * @param known a number up to that of the jobs; questions for one of them are for its half
   */
  FilledDatabase(int jobs, int known) throws Exception {
    this.known = known;
    server = PostgreSql.start();
    try {
      open();
      seed();
      multiply(jobs);
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  /** By their names, in order. */
  Map<String, Runnable> questions() {
    return questions;
  }

  @Override
  public void close() throws IOException {
    try {
      if (storage != null) {
        storage.close();
      }
    } finally {
      server.close();
    }
  }

  private void open() throws Exception {
    storage = JpaStorage.postgreSql(server.settings());
    storage.migrate();
  }

  /** One job to be multiplied, and some that wait and run. */
  private void seed() {
    Job ended = TestJobs.aQueuedJob(0);
    storage.jobs().insert(TestJobs.created(ended));
    storage.jobs().commit(TestJobs.moved(ended, JobStatus.COMPLETED, NOW));
    for (int i = 1; i <= 60; i++) {
      Job job =
          TestJobs.aQueuedJob(i, TestJobs.TENANT, "live-" + i, NOW.plusSeconds(i * 10L - 300));
      storage.jobs().insert(TestJobs.created(job));
      if (i > 40) {
        storage.jobs().commit(TestJobs.moved(job, JobStatus.RECORDING, NOW));
      }
    }
    questions.put("claim due jobs", this::claim);
    questions.put("claim abandoned jobs", this::claimAbandoned);
    questions.put("get", () -> storage.jobs().find(id(known / 2)));
    questions.put("get by external id", () -> byExternalId(known / 2));
    questions.put("list, first page", () -> list(null, null, null));
    questions.put("list, a later page", () -> storage.jobs().list(after(known / 2)));
    questions.put("list of a small tenant", () -> storage.jobs().list(all("small")));
    questions.put("list by status", () -> list(JobStatus.FAILED, null, null));
    questions.put("list by platform", () -> list(null, "google-meet", null));
    questions.put("list by time of creation", () -> list(null, null, NOW.minusSeconds(1)));
    questions.put("count what has not ended", () -> storage.jobs().countUnfinished(null));
    questions.put("count what is due", () -> storage.jobs().countDue(TestJobs.TENANT, NOW));
    questions.put("age of the queue", () -> storage.jobs().oldestDue(NOW));
  }

  /** The leases are old again each time. */
  private void claim() {
    storage.jobs().claimDue(TestJobs.WORKER, NOW, NOW.plusSeconds(1), 4);
  }

  private void claimAbandoned() {
    storage.jobs().claimAbandoned(TestJobs.WORKER, NOW, NOW.plusSeconds(1), 4);
  }

  private static JobId id(int number) {
    return new JobId("00000000-" + String.format("%012d", number));
  }

  private void byExternalId(int number) {
    storage.jobs().findByExternalId(TestJobs.TENANT, "ended-" + number);
  }

  private void list(JobStatus status, String platform, Instant createdAfter) {
    storage
        .jobs()
        .list(new JobQuery(TestJobs.TENANT, status, null, platform, createdAfter, null, 50));
  }

  private static JobQuery all(String tenant) {
    return new JobQuery(new TenantId(tenant), null, null, null, null, null, 50);
  }

  private static JobQuery after(int number) {
    return new JobQuery(TestJobs.TENANT, null, null, null, null, id(number), 50);
  }

  /**
   * Copies of the ended job: older, of ten tenants and a small one, and of three platforms, one of
   * 50 failed.
   */
  private void multiply(int jobs) throws SQLException {
    run(
        "insert into meetbot_job (id, tenant, external_id, platform, status, version, due_at,"
            + " created_at, updated_at, spec, progress, history)"
            + " select '00000000-' || lpad(n::text, 12, '0'),"
            + " case when n <= 500 and n % 50 = 1 then 'small' when n % 10 = 0 then tenant"
            + " else 'tenant-' || n % 10 end, 'ended-' || n,"
            + " (array['google-meet', 'zoom-web', 'jitsi'])[n % 3 + 1],"
            + " case when n % 50 = 0 then 'FAILED' else 'COMPLETED' end, version,"
            + " due_at - interval '1 year' + n * interval '10 seconds',"
            + " created_at - interval '1 year' + n * interval '10 seconds',"
            + " updated_at, spec, progress, history"
            + (" from meetbot_job, generate_series(1, " + jobs + ") n")
            + (" where meetbot_job.id = '" + TestJobs.aQueuedJob(0).id().value() + "'"));
    run("vacuum analyze meetbot_job");
    run("checkpoint"); // what was written now is not on its way to the disk later
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = storage.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The plans by which the server really answered, as it logs them itself. */
  Map<String, String> plans() throws Exception {
    run("alter database postgres set session_preload_libraries = 'auto_explain'");
    run("alter database postgres set auto_explain.log_min_duration = 0");
    storage.close();
    open();
    Map<String, String> plans = new LinkedHashMap<>();
    for (Map.Entry<String, Runnable> question : questions.entrySet()) {
      String before = server.log();
      question.getValue().run();
      plans.put(question.getKey(), ofSelects(server.log().substring(before.length())));
    }
    return plans;
  }

  /** Of all that was logged, the plans; statements that lock rows are followed by an update. */
  private static String ofSelects(String log) {
    StringBuilder plans = new StringBuilder();
    for (String line : log.lines().toList()) {
      if (line.startsWith("\t") && !line.startsWith("\tQuery Text")) {
        plans.append(line.substring(1)).append('\n');
      }
    }
    return plans.toString();
  }
}
