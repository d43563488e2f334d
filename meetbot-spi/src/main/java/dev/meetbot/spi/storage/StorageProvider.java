package dev.meetbot.spi.storage;

/**
 * Everything that must survive a restart, but for the recordings' bytes. Thread-safe; every method
 * of it and of its parts may block on I/O and throws {@link StorageException} when the store cannot
 * do its work.
 */
public interface StorageProvider extends AutoCloseable {
  /** Brings the schema up to date; called once before anything else, a second call does nothing. */
  void migrate();

  JobStore jobs();

  Outbox outbox();

  TenantStore tenants();

  RecordStore records();

  LedgerStore ledger();

  /** Throws when the store cannot be reached at this moment; for readiness checks. */
  void ping();

  /** Releases connections; a second call does nothing. */
  @Override
  void close();
}
