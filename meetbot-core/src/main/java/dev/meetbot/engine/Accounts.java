package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.Access;
import dev.meetbot.engine.internal.access.Erasure;
import dev.meetbot.engine.internal.access.Names;
import dev.meetbot.model.ApiKey;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tenants and keys. Whose keys a caller may see is the caller's to say: every method takes the
 * owner, and finds nothing of anybody else. Thread-safe; every method reads or writes the storage.
 */
public final class Accounts {
  /** How long the signing secret before a rotation signs too. */
  public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

  private final TenantStore tenants;
  private final Access access;
  private final Erasure erasure;
  private final InstantSource clock;

  Accounts(TenantStore tenants, Access access, Erasure erasure, InstantSource clock) {
    this.tenants = tenants;
    this.access = access;
    this.erasure = erasure;
    this.clock = clock;
  }

  /**
   * Makes a key.
   *
   * @param owner whose; null for the scopes of no tenant
   * @param name 1 to 100 characters
   * @param expiresAt from when on it opens nothing; null means never
   * @throws InvalidJobException with what is wrong with the request
   * @throws RefusedException {@code NOT_FOUND} when there is no such tenant
   */
  public NewKey createKey(
      @Nullable TenantId owner, KeyScope scope, String name, @Nullable Instant expiresAt) {
    Instant now = clock.instant();
    Names.check(name);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw invalid("expiresAt", "must be in the future");
    }
    if (scope.ofTenant() != (owner != null)) {
      throw invalid(
          owner == null ? "tenantId" : "scope",
          owner == null ? "is required for this scope" : "is not one of a tenant's");
    }
    if (owner != null) {
      require(owner);
    }
    return access.keys().make(owner, scope, name, expiresAt, now);
  }

  /** All keys of a tenant, or with null those of no tenant, oldest first, valid or not. */
  public List<ApiKey> keys(@Nullable TenantId owner) {
    return tenants.listKeys(owner);
  }

  /** The key of that id, whoever owns it, valid or not; for the operator. */
  public Optional<ApiKey> findKey(String id) {
    return tenants.findKeyById(id);
  }

  /** The tenant's key of that id, valid or not. */
  public Optional<ApiKey> findKey(TenantId owner, String id) {
    return findKey(id).filter(key -> owner.equals(key.tenant()));
  }

  /** Revokes a key from the next request on, for ever; a second call does nothing. */
  public void revoke(ApiKey key) {
    tenants.revokeKey(key.hash(), clock.instant());
  }

  /**
   * Makes a key like that one, which goes on for the overlap and no longer.
   *
   * @throws RefusedException {@code INVALID_STATE} when that key opens nothing any more
   */
  public NewKey rotate(ApiKey key, Duration overlap) {
    Instant now = clock.instant();
    if (!key.validAt(now)) {
      throw new RefusedException(
          RefusedException.Reason.INVALID_STATE, "the key is revoked or has expired");
    }
    Instant until = key.expiresAt();
    Instant newUntil = until == null ? null : now.plus(Duration.between(key.createdAt(), until));
    NewKey next = access.keys().make(key.tenant(), key.scope(), key.name(), newUntil, now);
    tenants.expireKey(key.hash(), now.plus(overlap));
    return next;
  }

  /**
   * Makes a tenant with a LIVE key and a signing secret.
   *
   * @param name 1 to 100 characters
   * @throws InvalidJobException with what is wrong with the request
   */
  public NewTenant createTenant(String name, TenantLimits limits) {
    Names.check(name);
    Instant now = clock.instant();
    TenantId id = new TenantId(UuidCreator.getTimeOrderedEpoch(now).toString());
    String secret = access.newSecret();
    Tenant tenant = new Tenant(id, name, access.seal(secret), null, null, limits, now);
    tenants.put(tenant);
    NewKey key = access.keys().make(id, KeyScope.LIVE, "first key", null, now);
    return new NewTenant(tenant, key.secret(), secret);
  }

  /**
   * Tenants in the order of their age.
   *
   * @param after only those after this one: the cursor; null from the first
   */
  public List<Tenant> tenants(@Nullable TenantId after, int limit) {
    Set<TenantId> going = erasure.going();
    return tenants.list(after, limit + going.size()).stream()
        .filter(tenant -> !going.contains(tenant.id()))
        .limit(limit)
        .toList();
  }

  /** The tenant of that id; one that is being erased is gone already. */
  public Optional<Tenant> tenant(TenantId id) {
    return erasure.isGoing(id) ? Optional.empty() : tenants.find(id);
  }

  /**
   * Gives a tenant another name and other limits.
   *
   * @throws RefusedException {@code NOT_FOUND} when there is no such tenant
   */
  public Tenant update(TenantId id, String name, TenantLimits limits) {
    Names.check(name);
    synchronized (this) {
      Tenant t = require(id);
      Tenant changed =
          new Tenant(
              id,
              name,
              t.sealedWebhookSecret(),
              t.sealedPreviousSecret(),
              t.previousSecretUntil(),
              limits,
              t.createdAt());
      tenants.put(changed);
      return changed;
    }
  }

  /**
   * Makes a new signing secret; the one before signs too for {@link #SECRET_OVERLAP}. One before
   * that ends at once.
   */
  public synchronized NewWebhookSecret rotateWebhookSecret(TenantId id) {
    Tenant t = require(id);
    String secret = access.newSecret();
    Instant until = clock.instant().plus(SECRET_OVERLAP);
    tenants.put(
        new Tenant(
            id,
            t.name(),
            access.seal(secret),
            t.sealedWebhookSecret(),
            until,
            t.limits(),
            t.createdAt()));
    return new NewWebhookSecret(secret, until);
  }

  /**
   * Erases a tenant with all that is its own, but for the ledger: keys open nothing from now on,
   * bots are called back, and when the last one has left everything is deleted. Returns before that
   * when bots are running; what is left to do is done by the engine, also after a crash. A second
   * call does nothing.
   *
   * @throws RefusedException {@code NOT_FOUND} when there is no such tenant
   */
  public void erase(TenantId id) {
    require(id);
    erasure.begin(id);
  }

  private Tenant require(TenantId id) {
    return tenant(id)
        .orElseThrow(
            () ->
                new RefusedException(RefusedException.Reason.NOT_FOUND, "there is no such tenant"));
  }

  private static InvalidJobException invalid(String field, String rest) {
    return new InvalidJobException(
        List.of(new Issue(List.of(field), "invalid_value", field + " " + rest)));
  }
}
