package dev.meetbot.provider.jpa;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * H2 2.2 gives the result of a query again when the same connection repeats it and the table has
 * not changed. It notes a change before the commit, so a query between the two is taken for a new
 * one and its old rows are given again from then on: a bot read its job as it had been before, and
 * broke off. {@code JobStoreContract} reads at the moment of commits.
 */
final class H2Results {
  private static final System.Logger LOG = System.getLogger(H2Results.class.getName());

  private H2Results() {}

  /** Has an H2 database read its rows each time; does nothing on other databases. */
  static void neverAgain(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        }
      }
    } catch (SQLException e) {
      LOG.log(
          Level.WARNING,
          "H2 may give old results: add ;OPTIMIZE_REUSE_RESULTS=FALSE to its URL ({0})",
          e.getMessage());
    }
  }
}
