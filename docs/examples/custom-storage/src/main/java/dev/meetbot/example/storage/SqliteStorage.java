package dev.meetbot.example.storage;

import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.TenantStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * A storage in one SQLite file.
 *
 * <p>In WAL mode a committed transaction has been handed to the operating system, which keeps it
 * when this process is killed, whatever {@code synchronous} says. It is {@code FULL} here, so that
 * each commit also waits for the disk and a loss of power takes nothing either: jobs and messages
 * are few and small, and what a client was told is stored should be.
 *
 * <p>Several processes may have the file open; writers wait for each other, up to 10 s.
 */
final class SqliteStorage implements StorageProvider {
  private static final Schema SCHEMA = new Schema("storage", 1);

  private final Database database;
  private final SqliteJobs jobs;
  private final SqliteOutbox outbox;
  private final SqliteTenants tenants;
  private final SqliteRecords records;
  private final SqliteLedger ledger;

  private SqliteStorage(Database database) {
    this.database = database;
    Transactions transactions = new Transactions(database);
    RecordJson json = new RecordJson();
    outbox = new SqliteOutbox(transactions, json);
    jobs = new SqliteJobs(transactions, json);
    tenants = new SqliteTenants(transactions, json);
    records = new SqliteRecords(transactions);
    ledger = new SqliteLedger(transactions, json);
  }

  /**
   * Opens the file, which is made when it is not there.
   *
   * @throws IOException when it cannot be opened
   */
  static SqliteStorage open(Path file) throws IOException {
    try {
      return new SqliteStorage(new Database(file, SynchronousMode.FULL));
    } catch (SQLException e) {
      throw new IOException("could not open " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void migrate() {
    try {
      SCHEMA.migrate(database);
    } catch (SQLException e) {
      throw Transactions.failed("make the tables", e);
    }
  }

  @Override
  public JobStore jobs() {
    return jobs;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public TenantStore tenants() {
    return tenants;
  }

  @Override
  public RecordStore records() {
    return records;
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  /** Takes the right to write for a moment: a file that can only be read is no storage. */
  @Override
  public void ping() {
    new Transactions(database).write("reach the database", connection -> null);
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw Transactions.failed("close the database", e);
    }
  }
}
