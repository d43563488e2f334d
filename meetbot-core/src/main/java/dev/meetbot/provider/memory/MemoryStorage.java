package dev.meetbot.provider.memory;

import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.TenantStore;

/**
 * A storage without a database: everything is gone with the process. Thread-safe; nothing blocks on
 * I/O. Closing it releases nothing and leaves it usable.
 */
public final class MemoryStorage implements StorageProvider {
  private final MemoryOutbox outbox;
  private final MemoryJobs jobs;
  private final MemoryTenants tenants = new MemoryTenants();
  private final MemoryRecords records = new MemoryRecords();
  private final MemoryLedger ledger = new MemoryLedger();

  public MemoryStorage() {
    // one lock for both, so that a job and its messages change together
    Object lock = new Object();
    outbox = new MemoryOutbox(lock);
    jobs = new MemoryJobs(lock, outbox);
  }

  @Override
  public void migrate() {
    // there is no schema
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

  @Override
  public void ping() {
    // memory is always there
  }

  @Override
  public void close() {
    // nothing to release
  }
}
