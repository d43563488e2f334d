package dev.meetbot.engine;

import dev.meetbot.model.TenantId;

/**
 * What the very first start made; the only moment at which both secrets can be read.
 *
 * @param apiKey bearer key of the first tenant
 * @param webhookSecret the tenant's signing secret ({@code whsec_...})
 */
public record FirstKey(TenantId tenant, String apiKey, String webhookSecret) {
  @Override
  public String toString() {
    return "FirstKey[tenant=" + tenant + "]";
  }
}
