package dev.meetbot.spi.storage;

import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list; null means any.
 *
 * @param createdAfter exclusive
 * @param before only jobs older than this one (ids sort by age): the cursor
 * @param limit page size, at least 1
 */
public record JobQuery(
    TenantId tenant,
    @Nullable JobStatus status,
    @Nullable String externalId,
    @Nullable String platform,
    @Nullable Instant createdAfter,
    @Nullable JobId before,
    int limit) {}
