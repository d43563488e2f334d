package dev.meetbot.provider.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as stored: what is searched by has a column of its own, the rest is JSON. It is written by
 * {@code insert} and by update statements only, never by changing a loaded row, because a lease and
 * the rest of the job change independently of each other.
 */
@Entity
@Table(name = "meetbot_job")
class JobRow {
  /** Length of the long text columns. */
  static final int TEXT = 1_000_000;

  @Id
  @Column(length = 64)
  String id = "";

  @Column(length = 64)
  String tenant = "";

  @Column(name = "external_id")
  String externalId = "";

  String platform = "";

  @Column(length = 32)
  String status = "";

  long version;

  @Column(name = "due_at")
  Instant dueAt = Instant.EPOCH;

  @Column(name = "lease_worker", length = 128)
  @Nullable String leaseWorker;

  @Column(name = "lease_renewed_at")
  @Nullable Instant leaseRenewedAt;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  Instant updatedAt = Instant.EPOCH;

  @Column(length = TEXT)
  String spec = "";

  @Column(length = TEXT)
  String progress = "";

  @Column(length = TEXT)
  String history = "";
}
