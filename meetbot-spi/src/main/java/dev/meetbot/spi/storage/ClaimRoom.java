package dev.meetbot.spi.storage;

import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a worker has room for when it claims deliveries, so that one slow target, or one tenant with
 * many of them, does not take all its senders. An outbox asks for each candidate in turn, and never
 * again for URLs and tenants that are {@link #fullUrls full}. Not thread-safe; good for one claim.
 */
public final class ClaimRoom {
  private final int perUrl;
  private final int perTenant;
  private final Map<URI, Integer> urls;
  private final Map<TenantId, Integer> tenants;
  private int left;

  /**
   * @param limit how many may be claimed
   * @param perUrl how many may be on their way to one URL at a time
   * @param perTenant how many may be on their way for one tenant at a time
   * @param urls how many are on their way to which URL already
   * @param tenants how many are on their way for whom already
   */
  public ClaimRoom(
      int limit,
      int perUrl,
      int perTenant,
      Map<URI, Integer> urls,
      Map<TenantId, Integer> tenants) {
    this.left = limit;
    this.perUrl = perUrl;
    this.perTenant = perTenant;
    this.urls = new HashMap<>(urls);
    this.tenants = new HashMap<>(tenants);
  }

  /** Room for so many, whatever their targets. */
  public static ClaimRoom anyTargets(int limit) {
    return new ClaimRoom(limit, Integer.MAX_VALUE, Integer.MAX_VALUE, Map.of(), Map.of());
  }

  /** How many more there is room for. */
  public int left() {
    return left;
  }

  /** Whether there is room for that one. */
  public boolean has(URI url, TenantId tenant) {
    return left > 0
        && urls.getOrDefault(url, 0) < perUrl
        && tenants.getOrDefault(tenant, 0) < perTenant;
  }

  /** Whether there is room for that one. */
  public boolean has(WebhookMessage message) {
    return has(message.url(), message.tenant());
  }

  /** Uses room. */
  public void take(URI url, TenantId tenant) {
    left--;
    urls.merge(url, 1, Integer::sum);
    tenants.merge(tenant, 1, Integer::sum);
  }

  /** URLs that nothing more may be claimed for. */
  public Set<URI> fullUrls() {
    return full(urls, perUrl);
  }

  /** Tenants that nothing more may be claimed for. */
  public Set<TenantId> fullTenants() {
    return full(tenants, perTenant);
  }

  private static <K> Set<K> full(Map<K, Integer> counts, int limit) {
    Set<K> full = new HashSet<>();
    counts.forEach(
        (key, count) -> {
          if (count >= limit) {
            full.add(key);
          }
        });
    return full;
  }
}
