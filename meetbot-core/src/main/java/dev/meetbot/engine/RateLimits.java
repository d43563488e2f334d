package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.Addresses;
import dev.meetbot.engine.internal.access.Buckets;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests a caller may send: a token bucket for each tenant, for each key without a
 * tenant, and for each address that sends no valid key. On each server for itself. Workers have no
 * limit: each of their bots reports several times a second, and a report that is refused is a bot
 * that is lost. Thread-safe.
 */
public final class RateLimits {
  private static final Duration LIMIT_AGE = Duration.ofSeconds(10);

  private final EngineSettings settings;
  private final TenantStore tenants;
  private final InstantSource clock;
  private final Buckets buckets;
  private final Map<TenantId, KnownLimit> limits = new ConcurrentHashMap<>();

  private record KnownLimit(int perMinute, Instant readAt) {}

  RateLimits(EngineSettings settings, TenantStore tenants, InstantSource clock) {
    this.settings = settings;
    this.tenants = tenants;
    this.clock = clock;
    this.buckets = new Buckets(clock);
  }

  /** Takes one request off the allowance of the caller's tenant, or of a key without one. */
  public RateState spend(Caller caller) {
    TenantId tenant = caller.tenant();
    return tenant == null
        ? buckets.spend("key " + caller.keyId(), limit(caller.scope()), 1)
        : buckets.spend("tenant " + tenant, limit(tenant), 1);
  }

  /** Takes more off the same allowance, as far as it goes: for guesses that were wrong. */
  public RateState charge(Caller caller, int cost) {
    TenantId tenant = caller.tenant();
    return tenant == null
        ? buckets.charge("key " + caller.keyId(), limit(caller.scope()), cost)
        : buckets.charge("tenant " + tenant, limit(tenant), cost);
  }

  /**
   * Takes one request off the allowance of an address.
   *
   * @param address in digits
   */
  public RateState spend(String address) {
    return buckets.spend(
        "address " + Addresses.network(address), settings.anonymousRequestsPerMinute(), 1);
  }

  /** Takes more off an address's allowance, as far as it goes: for guesses that were wrong. */
  public RateState charge(String address, int cost) {
    return buckets.charge(
        "address " + Addresses.network(address), settings.anonymousRequestsPerMinute(), cost);
  }

  /** An address's allowance as it is. */
  public RateState look(String address) {
    return charge(address, 0);
  }

  /** Forgets who has sent nothing for so long that the allowance is whole again. */
  void forgetUnused() {
    buckets.forgetUnused();
    Instant old = clock.instant().minus(LIMIT_AGE);
    limits.values().removeIf(known -> known.readAt().isBefore(old));
  }

  private int limit(KeyScope scope) {
    return scope == KeyScope.WORKER ? 0 : settings.requestsPerMinute();
  }

  private int limit(TenantId tenant) {
    Instant now = clock.instant();
    KnownLimit known = limits.get(tenant);
    if (known == null || known.readAt().plus(LIMIT_AGE).isBefore(now)) {
      Integer own = tenants.find(tenant).map(t -> t.limits().requestsPerMinute()).orElse(null);
      known = new KnownLimit(own == null ? settings.requestsPerMinute() : own, now);
      limits.put(tenant, known);
    }
    return known.perMinute();
  }
}
