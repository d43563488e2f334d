package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Instant;
import java.util.List;
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
    Tenant tenant =
        new Tenant(
            TENANT,
            "Acme & Söhne",
            "sealed:" + "s".repeat(500),
            "sealed before",
            NOW.plusSeconds(86_400),
            new TenantLimits(7, 120),
            NOW);
    tenants().put(tenant);
    assertThat(tenants().find(TENANT)).contains(tenant);
    assertThat(tenants().find(OTHER_TENANT)).isEmpty();
    assertThat(tenants().isEmpty()).isFalse();
  }

  @Test
  default void aTenantIsReplacedByTheNextOneOfItsId() {
    tenants().put(Tenant.created(TENANT, "old", "secret-1", NOW));
    Tenant renamed = Tenant.created(TENANT, "new", "secret-2", NOW);
    tenants().put(renamed);
    assertThat(tenants().find(TENANT)).contains(renamed);
  }

  @Test
  default void oneTenantPutByManyAtOnceIsStoredOnce() {
    Race.run(
        8,
        i ->
            () -> {
              tenants().put(Tenant.created(TENANT, "name " + i, "secret", NOW));
              return i;
            });
    assertThat(tenants().find(TENANT).orElseThrow().name()).startsWith("name ");
  }

  @Test
  default void aKeyIsFoundByItsHashWhetherItIsValidOrNot() {
    tenants().put(Tenant.created(TENANT, "acme", "secret", NOW));
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
    tenants().put(Tenant.created(TENANT, "acme", "secret", NOW));
    tenants().putKey(key("hash-1", TENANT, NOW, null, null));
    ApiKey revoked = key("hash-1", TENANT, NOW, null, NOW.plusMillis(3));
    tenants().putKey(revoked);
    assertThat(tenants().findKey("hash-1")).contains(revoked);
    assertThat(tenants().listKeys(TENANT)).containsExactly(revoked);
  }

  @Test
  default void aTenantsKeysAreListedOldestFirst() {
    tenants().put(Tenant.created(TENANT, "acme", "secret", NOW));
    tenants().put(Tenant.created(OTHER_TENANT, "globex", "secret", NOW));
    ApiKey young = key("hash-1", TENANT, NOW.plusSeconds(9), null, null);
    ApiKey old = key("hash-2", TENANT, NOW, null, NOW);
    tenants().putKey(young);
    tenants().putKey(old);
    tenants().putKey(key("hash-3", OTHER_TENANT, NOW, null, null));
    assertThat(tenants().listKeys(TENANT)).containsExactly(old, young);
    assertThat(tenants().listKeys(new TenantId("nobody"))).isEmpty();
  }

  @Test
  default void keysOfNoTenantAreListedByThemselves() {
    ApiKey operator =
        new ApiKey(
            "op", "hash-9", null, KeyScope.OPERATOR, "op", "mb_admin_ab", NOW, null, NOW, null);
    tenants().putKey(operator);
    tenants().putKey(key("hash-1", TENANT, NOW, null, null));
    assertThat(tenants().listKeys(null)).containsExactly(operator);
    assertThat(tenants().findKey("hash-9")).contains(operator);
  }

  @Test
  default void theUseOfAKeyChangesNothingElseOfIt() {
    ApiKey revoked = key("hash-1", TENANT, NOW, NOW.plusSeconds(5), NOW.plusSeconds(1));
    tenants().putKey(revoked);
    tenants().keyUsed("hash-1", NOW.plusSeconds(3));
    tenants().keyUsed("nobody's", NOW);
    ApiKey used = tenants().findKey("hash-1").orElseThrow();
    assertThat(used.lastUsedAt()).isEqualTo(NOW.plusSeconds(3));
    assertThat(used.revokedAt()).isEqualTo(revoked.revokedAt());
    assertThat(used.expiresAt()).isEqualTo(revoked.expiresAt());
  }

  @Test
  default void aKeyIsFoundByItsId() {
    ApiKey key = key("hash-1", TENANT, NOW, null, NOW);
    tenants().putKey(key);
    assertThat(tenants().findKeyById(key.id())).contains(key);
    assertThat(tenants().findKeyById("another")).isEmpty();
  }

  @Test
  default void aRevocationHoldsAndChangesNothingElse() {
    ApiKey key = key("hash-1", TENANT, NOW, NOW.plusSeconds(5), null);
    tenants().putKey(key);
    tenants().revokeKey("hash-1", NOW.plusSeconds(1));
    tenants().revokeKey("hash-1", NOW.plusSeconds(2));
    tenants().revokeKey("nobody's", NOW);
    tenants().expireKey("hash-1", NOW.plusSeconds(4));
    ApiKey revoked = tenants().findKey("hash-1").orElseThrow();
    assertThat(revoked.revokedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(revoked.expiresAt()).isEqualTo(NOW.plusSeconds(4));
    assertThat(revoked.name()).isEqualTo(key.name());
  }

  @Test
  default void anExpiryIsBroughtForwardAndNeverPutOff() {
    tenants().putKey(key("hash-1", TENANT, NOW, null, null));
    tenants().expireKey("hash-1", NOW.plusSeconds(9));
    tenants().expireKey("hash-1", NOW.plusSeconds(99));
    tenants().expireKey("nobody's", NOW);
    assertThat(tenants().findKey("hash-1").orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  default void tenantsAreListedPageByPage() {
    for (String id : List.of("t3", "t1", "t2")) {
      tenants().put(Tenant.created(new TenantId(id), id, "secret", NOW));
    }
    List<Tenant> first = tenants().list(null, 2);
    assertThat(first).extracting(Tenant::name).containsExactly("t1", "t2");
    assertThat(tenants().list(first.get(1).id(), 2)).extracting(Tenant::name).containsExactly("t3");
  }

  @Test
  default void aDeletedTenantIsGoneWithItsKeysAndNobodyElses() {
    tenants().put(Tenant.created(TENANT, "acme", "secret", NOW));
    tenants().put(Tenant.created(OTHER_TENANT, "globex", "secret", NOW));
    tenants().putKey(key("hash-1", TENANT, NOW, null, null));
    tenants().putKey(key("hash-2", OTHER_TENANT, NOW, null, null));
    tenants().delete(TENANT);
    tenants().delete(TENANT);
    assertThat(tenants().find(TENANT)).isEmpty();
    assertThat(tenants().findKey("hash-1")).isEmpty();
    assertThat(tenants().find(OTHER_TENANT)).isPresent();
    assertThat(tenants().findKey("hash-2")).isPresent();
  }

  private static ApiKey key(
      String hash,
      TenantId tenant,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {
    return new ApiKey(
        "id of " + hash,
        hash,
        tenant,
        KeyScope.LIVE,
        "ci key",
        "mb_live_ab",
        createdAt,
        expiresAt,
        null,
        revokedAt);
  }
}
