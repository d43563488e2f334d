package dev.meetbot.provider.jpa;

import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.TenantLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tenant as stored. */
@Entity
@Table(name = "meetbot_tenant")
class TenantRow {
  @Id
  @Column(length = 64)
  String id = "";

  @Column(length = 1000)
  String name = "";

  @Column(name = "sealed_webhook_secret", length = JobRow.TEXT)
  String sealedWebhookSecret = "";

  @Column(name = "sealed_previous_secret", length = JobRow.TEXT)
  @Nullable String sealedPreviousSecret;

  @Column(name = "previous_secret_until")
  @Nullable Instant previousSecretUntil;

  @Column(name = "max_concurrent_bots")
  @Nullable Integer maxConcurrentBots;

  @Column(name = "requests_per_minute")
  @Nullable Integer requestsPerMinute;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  static TenantRow of(Tenant tenant) {
    TenantRow row = new TenantRow();
    row.id = tenant.id().value();
    row.name = tenant.name();
    row.sealedWebhookSecret = tenant.sealedWebhookSecret();
    row.sealedPreviousSecret = tenant.sealedPreviousSecret();
    row.previousSecretUntil = tenant.previousSecretUntil();
    row.maxConcurrentBots = tenant.limits().maxConcurrentBots();
    row.requestsPerMinute = tenant.limits().requestsPerMinute();
    row.createdAt = tenant.createdAt();
    return row;
  }

  Tenant toTenant() {
    return new Tenant(
        new TenantId(id),
        name,
        sealedWebhookSecret,
        sealedPreviousSecret,
        previousSecretUntil,
        new TenantLimits(maxConcurrentBots, requestsPerMinute),
        createdAt);
  }
}
