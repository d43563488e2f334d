package dev.meetbot.engine.internal.access;

import dev.meetbot.model.ApiKey;
import dev.meetbot.spi.storage.TenantStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When keys were last used, noted at most once a minute for each, and apart from the requests: they
 * do not wait for it. Thread-safe.
 */
final class KeyUse {
  private static final Duration PRECISION = Duration.ofMinutes(1);

  private final TenantStore tenants;
  private final Map<String, Instant> pending = new ConcurrentHashMap<>();

  KeyUse(TenantStore tenants) {
    this.tenants = tenants;
  }

  /** Takes note. */
  void used(ApiKey key, Instant now) {
    Instant last = key.lastUsedAt();
    if (last == null || last.plus(PRECISION).isBefore(now)) {
      pending.putIfAbsent(key.hash(), now);
    }
  }

  /** Stores what was noted since the last time. */
  void store() {
    for (Map.Entry<String, Instant> use : List.copyOf(pending.entrySet())) {
      tenants.keyUsed(use.getKey(), use.getValue());
      pending.remove(use.getKey());
    }
  }
}
