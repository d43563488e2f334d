package dev.meetbot.provider.jpa;

import dev.meetbot.spi.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The tables, brought up to date by Liquibase when something is missing. */
final class Schema {
  static final String CHANGELOG = "dev/meetbot/provider/jpa/changelog.xml";

  /** Ids of all change sets in {@link #CHANGELOG} and what it includes. */
  static final List<String> CHANGES = List.of("1", "2", "10", "11", "50", "60");

  private static final String LOG_TABLE = "meetbot_changelog";

  private final DataSource dataSource;

  Schema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes the tables as the entities want them; quick when there is nothing to do. */
  void update() {
    try (Connection connection = dataSource.getConnection()) {
      if (!upToDate(connection)) {
        onOwnThread(() -> inOwnScope(connection));
      }
    } catch (SQLException e) {
      throw new StorageException("could not reach the database: " + e.getMessage(), e);
    }
  }

  /** Starting Liquibase takes about a second: one query tells whether it is needed. */
  private static boolean upToDate(Connection connection) {
    try (PreparedStatement select = connection.prepareStatement("select id from " + LOG_TABLE);
        ResultSet found = select.executeQuery()) {
      Set<String> missing = new HashSet<>(CHANGES);
      while (found.next()) {
        missing.remove(found.getString(1));
      }
      return missing.isEmpty();
    } catch (SQLException e) {
      // no such table: a new database
      return false;
    }
  }

  /** Liquibase leaves a thread-local behind, which would keep a web application's classes. */
  private static void onOwnThread(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    new Thread(task, "meetbot-schema").start();
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new StorageException("could not bring the database schema up to date", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageException("interrupted while the database schema was brought up to date", e);
    }
  }

  /** A scope with our class loader: in a server the thread's may know nothing of Liquibase. */
  private static void inOwnScope(Connection connection) {
    ClassLoader loader = Schema.class.getClassLoader();
    Map<String, Object> values =
        Map.of(
            Scope.Attr.classLoader.name(), loader,
            Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor(loader),
            Scope.Attr.ui.name(), new LoggerUIService(),
            Scope.Attr.logService.name(), new QuietLogService(),
            AnalyticsArgs.ENABLED.getKey(), false);
    try {
      Scope.child(values, () -> liquibase(connection));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void liquibase(Connection connection) throws Exception {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    // names of our own: the database may be a host's, with a change log of its own
    database.setDatabaseChangeLogTableName(LOG_TABLE);
    database.setDatabaseChangeLogLockTableName(LOG_TABLE + "_lock");
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .execute();
  }
}
