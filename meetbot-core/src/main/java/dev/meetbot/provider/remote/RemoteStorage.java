package dev.meetbot.provider.remote;

import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.TenantStore;

/**
 * A worker's storage: jobs are the server's, the rest is of no use there and stays empty.
 *
 * @param jobs those of the server
 * @param rest for everything else
 */
public record RemoteStorage(JobStore jobs, StorageProvider rest) implements StorageProvider {
  @Override
  public void migrate() {
    rest.migrate();
  }

  @Override
  public Outbox outbox() {
    return rest.outbox();
  }

  @Override
  public TenantStore tenants() {
    return rest.tenants();
  }

  @Override
  public RecordStore records() {
    return rest.records();
  }

  @Override
  public LedgerStore ledger() {
    return rest.ledger();
  }

  @Override
  public void ping() {
    rest.ping();
  }

  @Override
  public void close() {
    rest.close();
  }
}
