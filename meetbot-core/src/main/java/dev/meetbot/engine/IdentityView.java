package dev.meetbot.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in account without its secret.
 *
 * @param platform whose account it is
 * @param storedAt when it was stored last
 * @param usedAt when a bot last had it; null for never
 * @param inUse whether a bot has it now, on whatever node
 * @param signedOutAt when a page wanted a sign-in in spite of it; null while it is good
 */
public record IdentityView(
    String name,
    String platform,
    Instant storedAt,
    @Nullable Instant usedAt,
    boolean inUse,
    @Nullable Instant signedOutAt) {}
