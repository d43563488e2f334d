package dev.meetbot.engine.internal.credit;

import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.LedgerStore;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.storage.RecordStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.storage.TenantStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A storage during whose writes the process can die: before one of them, or just after it. */
final class Crashes {
  private static final Set<String> WRITES =
      Set.of("append", "insert", "replace", "delete", "commit", "renewLease");

  /** The sudden end of the process; nothing that catches exceptions sees it. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int steps = -1;

  /** The process dies after so many steps; each write has one before and one after it. */
  void after(int count) {
    steps = count;
  }

  void never() {
    steps = -1;
  }

  private void step() {
    if (steps >= 0 && steps-- == 0) {
      throw new Crash();
    }
  }

  StorageProvider in(StorageProvider real) {
    return new StorageProvider() {
      @Override
      public void migrate() {
        real.migrate();
      }

      @Override
      public JobStore jobs() {
        return fragile(JobStore.class, real.jobs());
      }

      @Override
      public Outbox outbox() {
        return real.outbox();
      }

      @Override
      public TenantStore tenants() {
        return real.tenants();
      }

      @Override
      public RecordStore records() {
        return fragile(RecordStore.class, real.records());
      }

      @Override
      public LedgerStore ledger() {
        return fragile(LedgerStore.class, real.ledger());
      }

      @Override
      public void ping() {
        real.ping();
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  private <T> T fragile(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean write = WRITES.contains(method.getName());
              try {
                if (write) {
                  step();
                }
                Object result = method.invoke(real, arguments);
                if (write) {
                  step();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
