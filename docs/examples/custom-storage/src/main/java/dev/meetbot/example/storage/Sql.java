package dev.meetbot.example.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with their values, in one line each. */
final class Sql {
  private Sql() {}

  /** What becomes of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a change; how many rows it touched. */
  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** All rows. */
  static <T> List<T> list(
      Connection connection, Row<T> reader, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /** The first row, if any. */
  static <T> Optional<T> first(
      Connection connection, Row<T> reader, String sql, @Nullable Object... values)
      throws SQLException {
    return list(connection, reader, sql, values).stream().findFirst();
  }

  /** Ids, addresses and names of states go in as their text. */
  private static @Nullable Object column(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof byte[]
        ? value
        : value.toString();
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, column(values[i]));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
