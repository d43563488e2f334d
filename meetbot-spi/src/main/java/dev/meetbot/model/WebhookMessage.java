package dev.meetbot.model;

import java.net.URI;
import java.time.Instant;

/**
 * An event on its way to one URL.
 *
 * @param sequence orders the messages of one job; deliveries to one URL keep this order
 * @param event for example {@code job.finalized}
 * @param version of the envelope, 1 or 2
 * @param data the envelope's {@code data}, a JSON object as text
 */
public record WebhookMessage(
    DeliveryId id,
    TenantId tenant,
    JobId job,
    long sequence,
    URI url,
    String event,
    int version,
    String data,
    Instant emittedAt) {}
