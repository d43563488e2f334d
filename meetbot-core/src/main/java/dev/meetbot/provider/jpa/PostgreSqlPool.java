package dev.meetbot.provider.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.meetbot.spi.storage.StorageException;
import java.time.Duration;

/** A PostgreSQL database behind a pool that finds out when the server is gone, and comes back. */
final class PostgreSqlPool {
  /** A server that went away without a word must not hold a heartbeat longer than a lease. */
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WAIT = Duration.ofSeconds(10);

  private PostgreSqlPool() {}

  static HikariDataSource open(DatabaseSettings database) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("meetbot");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.addDataSourceProperty("ApplicationName", "meetbot");
    config.addDataSourceProperty("connectTimeout", CONNECT.toSeconds());
    config.addDataSourceProperty("socketTimeout", ANSWER.toSeconds());
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.setMaximumPoolSize(database.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT.toMillis());
    config.setValidationTimeout(CONNECT.toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
    config.setInitializationFailTimeout(WAIT.toMillis());
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StorageException("could not reach " + database, e);
    }
  }
}
