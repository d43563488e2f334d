package dev.meetbot.engine;

import dev.meetbot.model.Tenant;

/**
 * A tenant at the only moment at which its first secrets can be read.
 *
 * @param apiKey its first bearer key
 * @param webhookSecret its signing secret ({@code whsec_...})
 */
public record NewTenant(Tenant tenant, String apiKey, String webhookSecret) {
  @Override
  public String toString() {
    return "NewTenant[" + tenant.id() + "]";
  }
}
