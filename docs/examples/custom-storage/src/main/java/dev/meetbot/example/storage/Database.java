package dev.meetbot.example.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in WAL mode; thread-safe.
 *
 * <p>One connection writes, under a fair lock: SQLite lets one transaction write at a time whatever
 * is done, and threads that wait at a lock are woken, where connections that find the file busy
 * would poll it. Reads have connections of their own, which in WAL mode see the last commit and
 * wait for nobody. The busy timeout is for other processes, such as a backup or the {@code sqlite3}
 * shell.
 */
final class Database implements AutoCloseable {
  private static final int BUSY_MILLIS = 10_000;
  private static final int IDLE_READERS = 4;

  private final SQLiteDataSource source;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Connection writer;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** What is done in a transaction. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /** Opens the file, which is made when it is not there; its folder must be. */
  Database(Path file, SQLiteConfig.SynchronousMode synchronous) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(synchronous);
    config.setBusyTimeout(BUSY_MILLIS);
    source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    writer = source.getConnection();
  }

  /** Runs it in a transaction that nobody else writes during; all of it is stored or nothing. */
  <T extends @Nullable Object> T write(Work<T> work) throws SQLException {
    writing.lock();
    try {
      requireOpen();
      // immediate: the right to write is taken at once, not when a read turns out to need it
      execute("begin immediate");
      boolean done = false;
      try {
        T result = work.on(writer);
        execute("commit");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private void rollBack() {
    try {
      execute("rollback");
    } catch (SQLException e) {
      // a full disk and the like: SQLite has rolled back by itself
    }
  }

  /** Sets something of the connection that writes; not for transactions. */
  void execute(String statement) throws SQLException {
    try (Statement s = writer.createStatement()) {
      s.execute(statement);
    }
  }

  /** Runs a read: one statement sees one state of the data. */
  <T> T read(Work<T> work) throws SQLException {
    requireOpen();
    Connection free = idle.poll();
    Connection reader = free == null ? source.getConnection() : free;
    try {
      return work.on(reader);
    } finally {
      idle.push(reader);
      if (closed || idle.size() > IDLE_READERS) {
        closeIdle(closed ? 0 : IDLE_READERS);
      }
    }
  }

  private void closeIdle(int except) throws SQLException {
    while (idle.size() > except) {
      Connection spare = idle.poll();
      if (spare != null) {
        spare.close();
      }
    }
  }

  private void requireOpen() throws SQLException {
    if (closed) {
      throw new SQLException("the database is closed");
    }
  }

  /** Waits for the transaction that runs; a second call does nothing. */
  @Override
  public void close() throws SQLException {
    writing.lock();
    try {
      closed = true;
      closeIdle(0);
      writer.close();
    } finally {
      writing.unlock();
    }
  }
}
