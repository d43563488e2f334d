package dev.meetbot.model;

import java.time.Instant;

/**
 * A customer: owner of jobs, keys and a webhook signing secret.
 *
 * @param sealedWebhookSecret the signing secret, encrypted by the engine; opaque to a store
 */
public record Tenant(TenantId id, String name, String sealedWebhookSecret, Instant createdAt) {}
