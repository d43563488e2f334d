package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The tables of the artifacts: what a writer and a reader do to them. Thread-safe. */
record ArtifactRows(Database database, InstantSource clock) {
  private static final String CHUNKS_OF =
      "delete from chunk where artifact in (select id from artifact where ";

  /** Bytes of an artifact that begin there. */
  record Chunk(long start, byte[] data) {}

  <T> T read(String what, Database.Work<T> work) throws IOException {
    try {
      return database.read(work);
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  <T extends @Nullable Object> T write(String what, Database.Work<T> work) throws IOException {
    try {
      return database.write(work);
    } catch (SQLException e) {
      throw failed(what, e);
    }
  }

  static IOException failed(String what, SQLException e) {
    if (e instanceof SQLiteException s && s.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
      return new StoreFullException("no room to " + what, e);
    }
    return new IOException("could not " + what + ": " + e.getMessage(), e);
  }

  /** A new artifact that nobody sees yet. */
  long add(ArtifactKey key, String mediaType) throws IOException {
    return write(
        "store " + key,
        connection -> {
          Sql.update(
              connection,
              "insert into artifact (name, media_type, state, bytes, modified_at)"
                  + " values (?, ?, 'OPEN', 0, ?)",
              key,
              mediaType,
              now());
          return Sql.first(connection, row -> row.getLong(1), "select last_insert_rowid()")
              .orElseThrow();
        });
  }

  private String now() {
    return Times.text(clock.instant());
  }

  /** Adds bytes that nobody sees before they are shown. */
  void append(long artifact, long start, byte[] buffer, int length) throws IOException {
    byte[] data = Arrays.copyOf(buffer, length);
    write(
        "store a chunk",
        connection ->
            Sql.update(connection, "insert into chunk values (?, ?, ?)", artifact, start, data));
  }

  /**
   * Lets readers see so many bytes; the first time it takes the place of what another writer left
   * in that state.
   */
  void show(long artifact, ArtifactKey key, String state, long bytes) throws IOException {
    write(
        "store " + key,
        connection -> {
          // a committed one takes the place of every older one, a part that of other parts only
          String others =
              "name = ?1 and id <> ?2 and "
                  + (state.equals("DONE") ? "state <> 'OPEN'" : "state = 'PART'");
          deleteRows(connection, others, key, artifact);
          int shown =
              Sql.update(
                  connection,
                  "update artifact set state = ?, bytes = ?, modified_at = ? where id = ?",
                  state,
                  bytes,
                  now(),
                  artifact);
          if (shown == 0) {
            throw new SQLException("it was deleted or replaced by another writer");
          }
          return null;
        });
  }

  /** Forgets what was appended after those bytes. */
  void truncate(long artifact, long bytes) throws IOException {
    write(
        "end an artifact",
        connection ->
            Sql.update(
                connection,
                "delete from chunk where artifact = ? and start >= ?",
                artifact,
                bytes));
  }

  /** The chunk in which that byte is; empty when the artifact was deleted. */
  Optional<Chunk> chunkAt(long artifact, long position) throws IOException {
    return read(
        "read a chunk",
        connection ->
            Sql.first(
                connection,
                row -> new Chunk(row.getLong(1), row.getBytes(2)),
                "select start, data from chunk where artifact = ? and start <= ?"
                    + " order by start desc limit 1",
                artifact,
                position));
  }

  /** What a process that died had not flushed; that of a living one is younger. */
  void forgetOpenedBefore(Instant time) throws IOException {
    delete("state = 'OPEN' and modified_at < ?1", Times.text(time));
  }

  /** Deletes the artifacts for which the condition holds. */
  void delete(String where, Object... values) throws IOException {
    write(
        "delete artifacts",
        connection -> {
          deleteRows(connection, where, values);
          return null;
        });
  }

  private static void deleteRows(Connection connection, String where, Object... values)
      throws SQLException {
    Sql.update(connection, CHUNKS_OF + where + ")", values);
    Sql.update(connection, "delete from artifact where " + where, values);
  }

  void close() {
    try {
      database.close();
    } catch (SQLException e) {
      System.getLogger(ArtifactRows.class.getName())
          .log(System.Logger.Level.WARNING, "could not close the artifacts' database", e);
    }
  }
}
