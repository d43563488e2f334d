package dev.meetbot.provider.jpa;

import com.zaxxer.hikari.HikariDataSource;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.TenantStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A storage in a relational database: H2 in a file, PostgreSQL, or either of them by a {@link
 * DataSource}.
 *
 * <p>Each method is one transaction at the database's READ COMMITTED. {@link #migrate()} makes the
 * tables and starts Hibernate; before it nothing else works.
 */
public final class JpaStorage implements StorageProvider {
  private final DataSource dataSource;
  private final Runnable afterClose;
  private @Nullable Parts parts;

  private JpaStorage(DataSource dataSource, Runnable afterClose) {
    this.dataSource = dataSource;
    this.afterClose = afterClose;
  }

  /**
   * A storage over a data source of the host, which stays open when the storage is closed. Its
   * connections must be in auto-commit mode when they are handed out.
   */
  public static JpaStorage on(DataSource dataSource) {
    return new JpaStorage(dataSource, () -> {});
  }

  /**
   * A storage in an H2 database file {@code meetbot.mv.db} in that folder, which is made when it is
   * not there. One process at a time can have it open; what was stored survives the sudden end of
   * that process.
   *
   * @throws StorageException when the file cannot be opened, for example because another process
   *     has it open
   */
  public static JpaStorage h2(Path folder) {
    HikariDataSource pool = H2File.open(folder);
    return new JpaStorage(pool, () -> H2File.close(pool));
  }

  /**
   * A storage in a PostgreSQL database, version 15 or newer, which several servers may share. A
   * server that is away for a while makes calls fail, and they work again when it is back.
   *
   * @throws StorageException when the database cannot be reached
   */
  public static JpaStorage postgreSql(DatabaseSettings database) {
    HikariDataSource pool = PostgreSqlPool.open(database);
    return new JpaStorage(pool, pool::close);
  }

  @Override
  public synchronized void migrate() {
    if (parts != null) {
      return;
    }
    new Schema(dataSource).update();
    H2Results.neverAgain(dataSource);
    try {
      parts = Parts.over(Sessions.over(dataSource));
    } catch (HibernateException e) {
      throw new StorageException("the database does not have the tables it should have", e);
    }
  }

  @Override
  public JobStore jobs() {
    return parts().jobs();
  }

  @Override
  public Outbox outbox() {
    return parts().outbox();
  }

  @Override
  public TenantStore tenants() {
    return parts().tenants();
  }

  @Override
  public RecordStore records() {
    return parts().records();
  }

  @Override
  public LedgerStore ledger() {
    return parts().ledger();
  }

  /** For tests that empty the tables. */
  DataSource dataSource() {
    return dataSource;
  }

  private synchronized Parts parts() {
    if (parts == null) {
      throw new IllegalStateException("the storage was not migrated yet");
    }
    return parts;
  }

  @Override
  public void ping() {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(5)) {
        throw new StorageException("the database does not answer");
      }
    } catch (SQLException e) {
      throw new StorageException("could not reach the database: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (parts != null) {
      parts.sessions().close();
    }
    afterClose.run();
  }

  private record Parts(
      SessionFactory sessions,
      JobStore jobs,
      Outbox outbox,
      TenantStore tenants,
      RecordStore records,
      LedgerStore ledger) {
    static Parts over(SessionFactory sessions) {
      Transactions transactions = new Transactions(sessions);
      return new Parts(
          sessions,
          new JpaJobs(transactions, new JobRows()),
          new JpaOutbox(transactions),
          new JpaTenants(transactions),
          new JpaRecords(transactions),
          new JpaLedger(transactions));
    }
  }
}
