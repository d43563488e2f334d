package dev.meetbot.provider.jpa;

import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  static TenantRow of(Tenant tenant) {
    TenantRow row = new TenantRow();
    row.id = tenant.id().value();
    row.name = tenant.name();
    row.sealedWebhookSecret = tenant.sealedWebhookSecret();
    row.createdAt = tenant.createdAt();
    return row;
  }

  Tenant toTenant() {
    return new Tenant(new TenantId(id), name, sealedWebhookSecret, createdAt);
  }
}
