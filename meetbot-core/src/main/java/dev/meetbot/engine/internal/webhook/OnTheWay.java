package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.ClaimRoom;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is being sent at this moment, by this worker. Thread-safe.
 *
 * <p>The bounds keep one slow receiver, and one tenant with many of them, from taking all senders.
 */
final class OnTheWay {
  private final Map<URI, Integer> urls = new HashMap<>();
  private final Map<TenantId, Integer> tenants = new HashMap<>();
  private final int most;
  private final int perUrl;
  private final int perTenant;
  private int all;

  OnTheWay(int most, int perUrl, int perTenant) {
    this.most = most;
    this.perUrl = perUrl;
    this.perTenant = perTenant;
  }

  /** What there is room for now. */
  synchronized ClaimRoom room() {
    return new ClaimRoom(most - all, perUrl, perTenant, urls, tenants);
  }

  synchronized void begin(WebhookMessage message) {
    all++;
    urls.merge(message.url(), 1, Integer::sum);
    tenants.merge(message.tenant(), 1, Integer::sum);
  }

  synchronized void end(WebhookMessage message) {
    all--;
    urls.computeIfPresent(message.url(), (url, count) -> less(count));
    tenants.computeIfPresent(message.tenant(), (tenant, count) -> less(count));
  }

  private static @Nullable Integer less(int count) {
    return count == 1 ? null : Integer.valueOf(count - 1);
  }
}
