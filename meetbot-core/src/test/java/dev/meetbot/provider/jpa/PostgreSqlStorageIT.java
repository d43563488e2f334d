package dev.meetbot.provider.jpa;

import static dev.meetbot.tck.TestJobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.Job;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.DurableStorageContract;
import dev.meetbot.tck.TestJobs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same storage on a real PostgreSQL server, which is one for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgreSqlStorageIT implements DurableStorageContract {
  private PostgreSql server;
  private JpaStorage storage;

  @BeforeAll
  void start() throws Exception {
    server = PostgreSql.start();
    storage = opened();
  }

  @BeforeEach
  void emptyStorage() throws Exception {
    try {
      storage.ping();
    } catch (StorageException closedByATest) {
      storage = opened();
    }
    EmptyTables.of(storage);
  }

  @AfterAll
  void stop() throws Exception {
    storage.close();
    server.close();
  }

  private JpaStorage opened() throws Exception {
    JpaStorage opened = JpaStorage.postgreSql(server.settings());
    opened.migrate();
    return opened;
  }

  @Override
  public StorageProvider storage() {
    return storage;
  }

  @Override
  public void reopen() {
    storage.close();
    try {
      storage = opened();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Otherwise one slow worker would hold up all others. */
  @Test
  void aClaimLeavesRowsThatSomebodyElseHasLocked() throws Exception {
    Job locked = TestJobs.aQueuedJob(1);
    Job free = TestJobs.aQueuedJob(2);
    storage.jobs().insert(TestJobs.created(locked));
    storage.jobs().insert(TestJobs.created(free));
    try (Connection other = storage.dataSource().getConnection()) {
      other.setAutoCommit(false);
      lock(other, locked);
      assertThat(storage.jobs().claimDue(TestJobs.WORKER, NOW, NOW.minusSeconds(30), 5))
          .extracting(Job::id)
          .containsExactly(free.id());
      other.rollback();
    }
  }

  private static void lock(Connection connection, Job job) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select id from meetbot_job where id = ? for update")) {
      select.setString(1, job.id().value());
      select.executeQuery().next();
    }
  }

  @Test
  void aSecondServerMayShareTheDatabase() throws Exception {
    try (JpaStorage second = opened()) {
      List<Job> claimed = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        storage.jobs().insert(TestJobs.created(TestJobs.aQueuedJob(i)));
      }
      while (claimed.size() < 20) {
        claimed.addAll(claim(storage, "one"));
        claimed.addAll(claim(second, "two"));
      }
      assertThat(claimed).extracting(Job::id).doesNotHaveDuplicates().hasSize(20);
    }
  }

  private static List<Job> claim(JpaStorage from, String worker) {
    return from.jobs().claimDue(new WorkerId(worker), NOW, NOW.minusSeconds(30), 3);
  }

  @Test
  void aServerThatWasKilledIsFoundAgainWithAllThatWasStored() throws Exception {
    storage.jobs().insert(TestJobs.created(TestJobs.aJob()));
    server.kill();
    assertThatExceptionOfType(StorageException.class).isThrownBy(storage::ping);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.jobs().find(TestJobs.aJob().id()));
    server.again();
    Await.until("the server answers again", Duration.ofSeconds(20), this::answers);
    assertThat(storage.jobs().find(TestJobs.aJob().id())).contains(TestJobs.aJob());
  }

  private boolean answers() {
    try {
      storage.ping();
      return true;
    } catch (StorageException e) {
      return false;
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsAClearErrorWithoutThePassword() {
    DatabaseSettings nowhere =
        new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "me", "hidden", 2);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> JpaStorage.postgreSql(nowhere))
        .withMessageContaining("127.0.0.1:1")
        .withMessageNotContaining("hidden");
  }
}
