package dev.meetbot.examples.host;

import dev.meetbot.model.TenantId;

/** Whose jobs these are: a real application would have a tenant for each of its customers. */
public record FirstTenant(TenantId id) {}
