package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.DurableStorageContract;
import dev.meetbot.tck.TestJobs;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One database for all tests, emptied before each: starting Hibernate takes longer than a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JpaStorageIT implements DurableStorageContract {
  @TempDir static Path folder;
  private JpaStorage storage;

  @BeforeEach
  void emptyStorage() throws Exception {
    if (storage == null) {
      storage = opened();
    }
    try {
      storage.ping();
    } catch (StorageException closedByATest) {
      storage = opened();
    }
    EmptyTables.of(storage);
  }

  @AfterAll
  void close() {
    storage.close();
  }

  private JpaStorage opened() {
    JpaStorage opened = JpaStorage.h2(folder);
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
    storage = opened();
  }

  @Test
  void nothingWorksBeforeTheMigration(@TempDir Path other) {
    try (JpaStorage fresh = JpaStorage.h2(other)) {
      assertThatExceptionOfType(IllegalStateException.class).isThrownBy(fresh::jobs);
    }
  }

  @Test
  void aDataSourceOfTheHostStaysOpen(@TempDir Path other) throws Exception {
    try (var pool = H2File.open(other)) {
      JpaStorage first = JpaStorage.on(pool);
      first.migrate();
      first.jobs().insert(TestJobs.created(TestJobs.aJob()));
      first.close();
      try (JpaStorage second = JpaStorage.on(pool)) {
        second.migrate();
        assertThat(second.jobs().find(TestJobs.aJob().id())).contains(TestJobs.aJob());
      }
    }
  }

  @Test
  void aFolderThatIsInUseIsAClearError() throws Exception {
    assertThat(ChildJvm.run(StoreUntilKilled.class, "open", folder.toString()))
        .contains("the database in " + folder + " is in use by another server");
  }

  @Test
  void whatWasStoredSurvivesTheSuddenEndOfTheProcess(@TempDir Path other) throws Exception {
    String output = ChildJvm.run(StoreUntilKilled.class, "insert", other.toString());
    assertThat(output).contains("stored 50");
    try (JpaStorage after = JpaStorage.h2(other)) {
      after.migrate();
      for (int i = 1; i <= 50; i++) {
        assertThat(after.jobs().find(TestJobs.jobId(i))).contains(TestJobs.aQueuedJob(i));
      }
      assertThat(after.outbox().pendingCount()).isEqualTo(50);
    }
  }

  @Test
  void driversOfAnEndingApplicationAreTakenOffTheList() throws Exception {
    ClassLoader loader = org.h2.Driver.class.getClassLoader();
    try {
      JdbcDrivers.deregister(loader);
      assertThat(DriverManager.drivers()).noneMatch(d -> d instanceof org.h2.Driver);
      storage.ping();
    } finally {
      DriverManager.registerDriver(new org.h2.Driver());
    }
  }
}
