package dev.meetbot.example.storage;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Artifacts in one SQLite file, in chunks.
 *
 * <p>{@code synchronous} is {@code NORMAL} here: a flush hands the bytes to the operating system,
 * which keeps them when this process is killed, and does not wait for the disk, which could not
 * keep up with every track every second. A loss of power may take the last seconds; what is left is
 * whole.
 *
 * <p>A stream reads chunk by chunk and holds nothing in between, so that a slow reader does not
 * keep the file from being tidied; when its artifact is deleted meanwhile it ends with an error.
 */
final class SqliteArtifacts implements ArtifactStore {
  private static final Schema SCHEMA = new Schema("artifacts", 1);
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final int PAGE_BYTES = 4096;

  /** What lies below a prefix: slash is followed by 0 in Unicode. */
  private static final String BELOW = "name > ?1 || '/' and name < ?1 || '0'";

  private static final String READABLE =
      "select id, name, media_type, state, bytes, modified_at from artifact a"
          + " where (state = 'PART' or state = 'DONE' and not exists"
          + " (select 1 from artifact p where p.name = a.name and p.state = 'PART')) and ";

  private final ArtifactRows rows;

  private SqliteArtifacts(ArtifactRows rows) {
    this.rows = rows;
  }

  /**
   * Opens the file, which is made when it is not there.
   *
   * @param maxBytes how large the file may grow; with less room left than that the store is full
   * @throws IOException when it cannot be opened
   */
  static SqliteArtifacts open(Path file, long maxBytes, InstantSource clock) throws IOException {
    try {
      Database database = new Database(file, SynchronousMode.NORMAL);
      try {
        database.execute("pragma max_page_count = " + Math.max(1, maxBytes / PAGE_BYTES));
        SCHEMA.migrate(database);
        ArtifactRows rows = new ArtifactRows(database, clock);
        rows.forgetOpenedBefore(clock.instant().minus(ABANDONED));
        return new SqliteArtifacts(rows);
      } catch (IOException | SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw ArtifactRows.failed("open " + file, e);
    }
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    ping();
    return new SqliteArtifactWriter(rows, key, mediaType);
  }

  private record Found(long id, ArtifactInfo info) {
    static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getLong("id"),
          new ArtifactInfo(
              new ArtifactKey(row.getString("name")),
              row.getString("media_type"),
              row.getLong("bytes"),
              row.getString("state").equals("DONE"),
              Times.time(row.getString("modified_at"))));
    }
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    return rows.read(
            "read " + key,
            connection -> Sql.first(connection, Found::of, READABLE + "name = ?1", key))
        .map(
            found -> {
              ByteRange part = range.within(found.info().bytes());
              return new ArtifactContent(
                  found.info(), part, new ChunkStream(rows, found.id(), part));
            });
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    return rows
        .read(
            "list " + prefix,
            connection ->
                Sql.list(connection, Found::of, READABLE + BELOW + " order by name", prefix))
        .stream()
        .map(Found::info)
        .toList();
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    rows.delete("name = ?1 or " + BELOW, prefix);
  }

  /** Takes the right to write for a moment. */
  @Override
  public void ping() throws IOException {
    rows.write("reach the database", connection -> null);
  }

  @Override
  public void close() {
    rows.close();
  }
}
