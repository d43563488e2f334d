package dev.meetbot.provider.jpa;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook message as stored, with its attempts. */
@Entity
@Table(name = "meetbot_delivery")
class DeliveryRow {
  @Id
  @Column(length = 64)
  String id = "";

  @Column(length = 64)
  String tenant = "";

  @Column(name = "job_id", length = 64)
  String jobId = "";

  @Column(name = "seq")
  long sequence;

  @Column(length = 2048)
  String url = "";

  String event = "";

  @Column(name = "envelope_version")
  int envelopeVersion;

  @Column(length = JobRow.TEXT)
  String data = "";

  @Column(name = "emitted_at")
  Instant emittedAt = Instant.EPOCH;

  @Column(length = 32)
  String state = "";

  @Column(name = "next_attempt_at")
  Instant nextAttemptAt = Instant.EPOCH;

  @Column(name = "claimed_by", length = 128)
  @Nullable String claimedBy;

  @Column(name = "claimed_until")
  @Nullable Instant claimedUntil;

  @ElementCollection
  @CollectionTable(
      name = "meetbot_delivery_attempt",
      joinColumns = @JoinColumn(name = "delivery_id"))
  @OrderColumn(name = "place")
  List<AttemptPart> attempts = new ArrayList<>();

  static DeliveryRow of(WebhookMessage message) {
    DeliveryRow row = new DeliveryRow();
    row.id = message.id().value();
    row.tenant = message.tenant().value();
    row.jobId = message.job().value();
    row.sequence = message.sequence();
    row.url = message.url().toString();
    row.event = message.event();
    row.envelopeVersion = message.version();
    row.data = message.data();
    row.emittedAt = message.emittedAt();
    row.state = Delivery.State.PENDING.name();
    row.nextAttemptAt = message.emittedAt();
    return row;
  }

  Delivery toDelivery() {
    WebhookMessage message =
        new WebhookMessage(
            new DeliveryId(id),
            new TenantId(tenant),
            new JobId(jobId),
            sequence,
            URI.create(url),
            event,
            envelopeVersion,
            data,
            emittedAt);
    return new Delivery(
        message,
        Delivery.State.valueOf(state),
        nextAttemptAt,
        attempts.stream().map(AttemptPart::toAttempt).toList());
  }
}
