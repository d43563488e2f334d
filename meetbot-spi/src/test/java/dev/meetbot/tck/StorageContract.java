package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** What every {@link dev.meetbot.spi.storage.StorageProvider} must do. */
public interface StorageContract
    extends JobStoreContract,
        JobLeaseContract,
        JobCountContract,
        OutboxContract,
        TenantStoreContract,
        RecordStoreContract,
        LedgerStoreContract {
  @Test
  default void aSecondMigrationDoesNothing() {
    storage().jobs().insert(TestJobs.created(TestJobs.aJob()));
    storage().migrate();
    assertThatCode(() -> storage().jobs().find(TestJobs.aJob().id()).orElseThrow())
        .doesNotThrowAnyException();
  }

  @Test
  default void anOpenStorageAnswersAPing() {
    assertThatCode(() -> storage().ping()).doesNotThrowAnyException();
  }

  @Test
  default void aSecondCloseDoesNothing() {
    storage().close();
    assertThatCode(() -> storage().close()).doesNotThrowAnyException();
  }
}
