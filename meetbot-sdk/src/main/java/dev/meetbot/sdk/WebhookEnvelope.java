package dev.meetbot.sdk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every event says.
 *
 * @param deliveryId the same over all attempts
 * @param event its name
 * @param attempt from 1
 * @param version of the envelope, 1 or 2
 * @param jobId null for {@code webhook.test}, as are the next two
 * @param metadata the job's, as given
 * @param data all of the event, also what this SDK has no name for
 */
public record WebhookEnvelope(
    String deliveryId,
    String event,
    Instant emittedAt,
    int attempt,
    int version,
    @Nullable String jobId,
    @Nullable String externalId,
    @Nullable JobStatus status,
    Map<String, @Nullable Object> metadata,
    Map<String, @Nullable Object> data) {}
