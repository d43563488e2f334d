package dev.meetbot.engine;

import dev.meetbot.model.TenantId;

/**
 * What the very first start made; the only moment at which these secrets can be read.
 *
 * @param apiKey bearer key of the first tenant
 * @param webhookSecret the tenant's signing secret ({@code whsec_...})
 * @param operatorKey bearer key of the operator
 */
public record FirstKey(TenantId tenant, String apiKey, String webhookSecret, String operatorKey) {
  @Override
  public String toString() {
    return "FirstKey[tenant=" + tenant + "]";
  }
}
