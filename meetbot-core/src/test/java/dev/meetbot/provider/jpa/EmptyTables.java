package dev.meetbot.provider.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Empties a database between tests: starting Hibernate takes longer than a test. */
final class EmptyTables {
  private static final List<String> TABLES =
      List.of(
          "delivery_attempt",
          "delivery",
          "webhook_disabled",
          "job",
          "tenant",
          "api_key",
          "record",
          "ledger");

  private EmptyTables() {}

  static void of(JpaStorage storage) throws SQLException {
    try (Connection connection = storage.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("delete from meetbot_" + table);
      }
    }
  }
}
