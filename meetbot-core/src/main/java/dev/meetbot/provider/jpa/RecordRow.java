package dev.meetbot.provider.jpa;

import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.StoredRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record as stored. */
@Entity
@Table(name = "meetbot_record")
@IdClass(RecordRow.Key.class)
class RecordRow {
  @Id
  @Column(length = 64)
  String kind = "";

  @Id
  @Column(name = "record_key", length = 512)
  String key = "";

  long version;

  @Column(length = 64)
  @Nullable String tenant;

  @Column(name = "content", length = JobRow.TEXT)
  String value = "";

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  /** Which record a row is. */
  record Key(String kind, String key) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static RecordRow of(StoredRecord record) {
    RecordRow row = new RecordRow();
    row.kind = record.kind();
    row.key = record.key();
    row.version = record.version();
    row.tenant = record.tenant() == null ? null : record.tenant().value();
    row.value = record.value();
    row.expiresAt = record.expiresAt();
    return row;
  }

  StoredRecord toRecord() {
    return new StoredRecord(
        kind, key, version, tenant == null ? null : new TenantId(tenant), value, expiresAt);
  }
}
