package dev.meetbot.provider.jpa;

import dev.meetbot.model.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** A URL that a tenant's messages are not sent to. */
@Entity
@Table(name = "meetbot_webhook_disabled")
class DisabledUrlRow {
  /** SHA-256 of tenant and URL: a URL may be too long for a key. */
  @Id
  @Column(length = 64)
  String id = "";

  @Column(length = 64)
  String tenant = "";

  @Column(length = 2048)
  String url = "";

  @Column(length = 500)
  String reason = "";

  @Column(name = "disabled_at")
  Instant disabledAt = Instant.EPOCH;

  static DisabledUrlRow of(TenantId tenant, URI url, String reason, Instant at) {
    DisabledUrlRow row = new DisabledUrlRow();
    row.id = id(tenant, url);
    row.tenant = tenant.value();
    row.url = url.toString();
    row.reason = reason.substring(0, Math.min(reason.length(), 500));
    row.disabledAt = at;
    return row;
  }

  static String id(TenantId tenant, URI url) {
    try {
      byte[] text = (tenant.value() + "\n" + url).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
