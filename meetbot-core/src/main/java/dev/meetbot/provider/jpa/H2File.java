package dev.meetbot.provider.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.meetbot.spi.storage.StorageException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database file behind a small pool. */
final class H2File {
  /**
   * The database is not closed by H2's own shutdown hook, which may run before ours; no trace file
   * is written, since it would hold values of failed statements; a commit is on its way to the disk
   * when it returns (WRITE_DELAY); results are never given again (see H2Results).
   */
  private static final String OPTIONS =
      ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0;LOCK_TIMEOUT=10000"
          + ";OPTIMIZE_REUSE_RESULTS=FALSE";

  private static final int CONNECTIONS = 10;

  private H2File() {}

  static HikariDataSource open(Path folder) {
    return withLoaderOfH2(
        () -> {
          if (JdbcDataSource.class.getClassLoader() != H2File.class.getClassLoader()) {
            ServersH2.prepare();
          }
          return pool(folder);
        });
  }

  static void close(HikariDataSource pool) {
    withLoaderOfH2(
        () -> {
          pool.close();
          return true;
        });
  }

  /**
   * H2 may be a server's own and live longer than we do; it makes a thread when it is first used,
   * which would keep our class loader.
   */
  private static <T> T withLoaderOfH2(Supplier<T> work) {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    current.setContextClassLoader(JdbcDataSource.class.getClassLoader());
    try {
      return work.get();
    } finally {
      current.setContextClassLoader(before);
    }
  }

  private static HikariDataSource pool(Path folder) {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("meetbot") + OPTIONS);
    // who may read the file may read the data: a password beside it would protect nothing
    h2.setUser("meetbot");
    h2.setPassword("");
    HikariConfig config = new HikariConfig();
    config.setPoolName("meetbot");
    config.setDataSource(h2);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
    // an embedded database does not get better by waiting
    config.setInitializationFailTimeout(1);
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw inUse(e)
          ? new DatabaseInUseException(folder, e)
          : new StorageException("could not open the database in " + folder, e);
    }
  }

  private static boolean inUse(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        return true;
      }
    }
    return false;
  }
}
