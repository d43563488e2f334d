package dev.meetbot.model;

import org.jspecify.annotations.Nullable;

/**
 * What one tenant may use; null means the server's default.
 *
 * @param maxConcurrentBots bots joining or in a call at a time
 * @param requestsPerMinute requests to the HTTP API
 */
public record TenantLimits(
    @Nullable Integer maxConcurrentBots, @Nullable Integer requestsPerMinute) {
  /** The server's defaults. */
  public static final TenantLimits DEFAULT = new TenantLimits(null, null);

  public TenantLimits {
    if (maxConcurrentBots != null) {
      Checks.atLeast(maxConcurrentBots, 0, "maxConcurrentBots");
    }
    if (requestsPerMinute != null) {
      Checks.atLeast(requestsPerMinute, 1, "requestsPerMinute");
    }
  }
}
