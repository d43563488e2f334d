package dev.meetbot.example.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tables, made by numbered scripts that lie beside this class. The file itself says which it
 * has seen ({@code user_version}).
 */
record Schema(String name, int latest) {
  /** Brings the file up to date, in one transaction; does nothing when it is. */
  void migrate(Database database) throws SQLException {
    // in Java's int, as SQLite keeps it
    int version =
        database.<Integer>read(
            c -> Sql.first(c, row -> row.getInt(1), "pragma user_version").orElse(0));
    if (version > latest) {
      throw new SQLException("the file is of version " + version + ", newer than this plugin");
    }
    if (version < latest) {
      database.<@Nullable Void>write(this::update);
    }
  }

  private @Nullable Void update(Connection connection) throws SQLException {
    // again, since another process may have done it in between
    int version = Sql.first(connection, row -> row.getInt(1), "pragma user_version").orElse(0);
    for (int next = version + 1; next <= latest; next++) {
      for (String statement : statements(next)) {
        Sql.update(connection, statement);
      }
      Sql.update(connection, "pragma user_version = " + next);
    }
    return null;
  }

  private String[] statements(int version) {
    String script = name + "-" + version + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(script)) {
      if (in == null) {
        throw new FileNotFoundException(script);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // comments go first: there may be a semicolon in one
      return Arrays.stream(text.replaceAll("--.*", "").split(";"))
          .filter(statement -> !statement.isBlank())
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("the plugin's jar is not whole", e);
    }
  }
}
