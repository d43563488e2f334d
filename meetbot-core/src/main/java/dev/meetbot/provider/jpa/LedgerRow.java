package dev.meetbot.provider.jpa;

import dev.meetbot.model.JobId;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ledger entry as stored; rows are only ever inserted. */
@Entity
@Table(name = "meetbot_ledger")
class LedgerRow {
  @Id String id = "";

  @Column(length = 64)
  String tenant = "";

  @Column(length = 32)
  String kind = "";

  @Column(name = "amount_micros")
  long amountMicros;

  @Column(name = "job_id", length = 64)
  @Nullable String jobId;

  @Column(length = 1000)
  String text = "";

  @Column(name = "entered_at")
  Instant at = Instant.EPOCH;

  static LedgerRow of(LedgerEntry entry) {
    LedgerRow row = new LedgerRow();
    row.id = entry.id();
    row.tenant = entry.tenant().value();
    row.kind = entry.kind().name();
    row.amountMicros = entry.amountMicros();
    row.jobId = entry.job() == null ? null : entry.job().value();
    row.text = entry.text();
    row.at = entry.at();
    return row;
  }

  LedgerEntry toEntry() {
    return new LedgerEntry(
        id,
        new TenantId(tenant),
        LedgerEntry.Kind.valueOf(kind),
        amountMicros,
        jobId == null ? null : new JobId(jobId),
        text,
        at);
  }
}
