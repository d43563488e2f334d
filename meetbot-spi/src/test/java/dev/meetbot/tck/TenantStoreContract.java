package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tenants and their keys. */
public interface TenantStoreContract extends StorageUnderTest {
  private TenantStore tenants() {
    return storage().tenants();
  }

  @Test
  default void aTenantComesBackAsItWasPut() {
    assertThat(tenants().isEmpty()).isTrue();
    Tenant tenant = new Tenant(TENANT, "Acme & Söhne", "sealed:" + "s".repeat(500), NOW);
    tenants().put(tenant);
    assertThat(tenants().find(TENANT)).contains(tenant);
    assertThat(tenants().find(OTHER_TENANT)).isEmpty();
    assertThat(tenants().isEmpty()).isFalse();
  }

  @Test
  default void aTenantIsReplacedByTheNextOneOfItsId() {
    tenants().put(new Tenant(TENANT, "old", "secret-1", NOW));
    Tenant renamed = new Tenant(TENANT, "new", "secret-2", NOW);
    tenants().put(renamed);
    assertThat(tenants().find(TENANT)).contains(renamed);
  }

  @Test
  default void oneTenantPutByManyAtOnceIsStoredOnce() {
    Race.run(
        8,
        i ->
            () -> {
              tenants().put(new Tenant(TENANT, "name " + i, "secret", NOW));
              return i;
            });
    assertThat(tenants().find(TENANT).orElseThrow().name()).startsWith("name ");
  }

  @Test
  default void aKeyIsFoundByItsHashWhetherItIsValidOrNot() {
    tenants().put(new Tenant(TENANT, "acme", "secret", NOW));
    ApiKey plain = key("hash-1", TENANT, NOW, null, null);
    ApiKey over = key("hash-2", TENANT, NOW, NOW.minusSeconds(2), NOW.minusSeconds(1));
    tenants().putKey(plain);
    tenants().putKey(over);
    assertThat(tenants().findKey("hash-1")).contains(plain);
    assertThat(tenants().findKey("hash-2")).contains(over);
    assertThat(tenants().findKey("hash-3")).isEmpty();
  }

  @Test
  default void aRevokedKeyReplacesTheValidOne() {
    tenants().put(new Tenant(TENANT, "acme", "secret", NOW));
    tenants().putKey(key("hash-1", TENANT, NOW, null, null));
    ApiKey revoked = key("hash-1", TENANT, NOW, null, NOW.plusMillis(3));
    tenants().putKey(revoked);
    assertThat(tenants().findKey("hash-1")).contains(revoked);
    assertThat(tenants().listKeys(TENANT)).containsExactly(revoked);
  }

  @Test
  default void aTenantsKeysAreListedOldestFirst() {
    tenants().put(new Tenant(TENANT, "acme", "secret", NOW));
    tenants().put(new Tenant(OTHER_TENANT, "globex", "secret", NOW));
    ApiKey young = key("hash-1", TENANT, NOW.plusSeconds(9), null, null);
    ApiKey old = key("hash-2", TENANT, NOW, null, NOW);
    tenants().putKey(young);
    tenants().putKey(old);
    tenants().putKey(key("hash-3", OTHER_TENANT, NOW, null, null));
    assertThat(tenants().listKeys(TENANT)).containsExactly(old, young);
    assertThat(tenants().listKeys(new TenantId("nobody"))).isEmpty();
  }

  private static ApiKey key(
      String hash,
      TenantId tenant,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {
    return new ApiKey(hash, tenant, "ci key", "mb_live_ab", createdAt, expiresAt, revokedAt);
  }
}
