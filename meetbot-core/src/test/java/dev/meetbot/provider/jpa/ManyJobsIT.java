package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.tck.TestJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What servers ask of the jobs' table again and again, with many jobs that have ended in it: how
 * PostgreSQL answers, and how long it takes. {@code bin/bench} runs it in full; {@code
 * meetbot.jobs.many} and {@code .few} say how many jobs there are. Times are written down, not
 * judged.
 */
final class ManyJobsIT {
  private static final int FEW = Integer.getInteger("meetbot.jobs.few", 2_000);
  private static final int MANY = Integer.getInteger("meetbot.jobs.many", 20_000);
  private static final int ROUNDS = 200;
  private static final Instant NOW = TestJobs.NOW;

  private final Map<String, Runnable> questions = new LinkedHashMap<>();
  private JpaStorage storage;

  @Test
  void endedJobsAreInNobodysWay() throws Exception {
    StringBuilder report = new StringBuilder();
    try (PostgreSql server = PostgreSql.start()) {
      open(server);
      seed();
      multiply(1, FEW);
      measured(); // what comes first would be slow, whatever it asks: Java compiles it then
      Map<String, Double> few = measured();
      multiply(FEW + 1, MANY);
      Map<String, Double> many = measured();
      for (String question : questions.keySet()) {
        report.append(
            String.format(
                "%-28s %8.3f ms at %d, %8.3f ms at %d: %.2f times%n",
                question,
                few.get(question),
                FEW,
                many.get(question),
                MANY,
                many.get(question) / few.get(question)));
      }
      Map<String, String> plans = plans(server);
      plans.forEach(
          (question, plan) -> report.append('\n').append(question).append('\n').append(plan));
      Files.writeString(Path.of("target", "many-jobs.txt"), report);
      assertThat(plans).hasSameSizeAs(questions);
      assertThat(plans.values())
          .allSatisfy(plan -> assertThat(plan).contains("meetbot_job").doesNotContain("Seq Scan"));
    } finally {
      storage.close();
    }
  }

  private void open(PostgreSql server) throws Exception {
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
    questions.put("get", () -> storage.jobs().find(id(FEW / 2)));
    questions.put("get by external id", () -> byExternalId(FEW / 2));
    questions.put("list, first page", () -> list(null, null, null));
    questions.put("list, a later page", () -> storage.jobs().list(after(FEW / 2)));
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
  private void multiply(int first, int last) throws SQLException {
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
            + (" from meetbot_job, generate_series(" + first + ", " + last + ") n")
            + (" where meetbot_job.id = '" + TestJobs.aQueuedJob(0).id().value() + "'"));
    run("vacuum analyze meetbot_job");
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = storage.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Medians in milliseconds. */
  private Map<String, Double> measured() {
    Map<String, Double> medians = new LinkedHashMap<>();
    questions.forEach((name, question) -> medians.put(name, median(question)));
    return medians;
  }

  private static double median(Runnable question) {
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < 2 * ROUNDS; round++) {
      long start = System.nanoTime();
      question.run();
      if (round >= ROUNDS) { // the first half warms up
        nanos.add(System.nanoTime() - start);
      }
    }
    nanos.sort(null);
    return Duration.ofNanos(nanos.get(nanos.size() / 2)).toNanos() / 1e6;
  }

  /** The plans by which the server really answered, as it logs them itself. */
  private Map<String, String> plans(PostgreSql server) throws Exception {
    run("alter database postgres set session_preload_libraries = 'auto_explain'");
    run("alter database postgres set auto_explain.log_min_duration = 0");
    storage.close();
    open(server);
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
